package net.clinic.appointments.persistence;

import java.time.LocalDate;
import java.util.List;
import net.clinic.appointments.Appointment;
import net.clinic.appointments.Calendar;
import net.clinic.patients.PatientDischarged;
import net.clinic.patients.Patients;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
public class DefaultCalendar implements Calendar {

    private final AppointmentRows rows;
    private final Patients patients;

    public DefaultCalendar(AppointmentRows rows, Patients patients) {
        this.rows = rows;
        this.patients = patients;
    }

    @Override
    @Transactional
    public Appointment arrange(long patient, LocalDate day) {
        patients.byNumber(patient).orElseThrow();
        return appointment(rows.save(new AppointmentRow(null, patient, day)));
    }

    @Override
    public List<Appointment> on(LocalDate day) {
        return rows.findByDay(day).stream().map(DefaultCalendar::appointment).toList();
    }

    @ApplicationModuleListener(id = "appointments.cancel-for-discharged-patient")
    public void on(PatientDischarged event) {
        rows.deleteByPatient(event.number());
    }

    private static Appointment appointment(AppointmentRow row) {
        return new Appointment(row.id(), row.patient(), row.day());
    }
}
