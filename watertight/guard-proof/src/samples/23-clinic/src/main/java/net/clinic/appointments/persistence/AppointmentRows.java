package net.clinic.appointments.persistence;

import java.time.LocalDate;
import java.util.List;
import org.springframework.data.repository.CrudRepository;

public interface AppointmentRows extends CrudRepository<AppointmentRow, Long> {

    List<AppointmentRow> findByDay(LocalDate day);

    void deleteByPatient(long patient);
}
