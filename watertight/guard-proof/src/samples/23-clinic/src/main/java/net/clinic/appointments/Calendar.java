package net.clinic.appointments;

import java.time.LocalDate;
import java.util.List;

public interface Calendar {

    Appointment arrange(long patient, LocalDate day);

    List<Appointment> on(LocalDate day);
}
