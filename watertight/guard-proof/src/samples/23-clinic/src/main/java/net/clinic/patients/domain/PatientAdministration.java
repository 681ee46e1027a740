package net.clinic.patients.domain;

import java.util.Optional;
import net.clinic.patients.PatientDischarged;
import net.clinic.patients.PatientSummary;
import net.clinic.patients.Patients;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
public class PatientAdministration implements Patients {

    private final PatientRepository patients;
    private final ApplicationEventPublisher events;

    public PatientAdministration(PatientRepository patients, ApplicationEventPublisher events) {
        this.patients = patients;
        this.events = events;
    }

    @Override
    public PatientSummary admit(String name) {
        return summary(patients.save(new Patient(null, name)));
    }

    @Override
    public Optional<PatientSummary> byNumber(long number) {
        return patients.findById(number).map(PatientAdministration::summary);
    }

    public void discharge(long number) {
        patients.deleteById(number);
        events.publishEvent(new PatientDischarged(number));
    }

    private static PatientSummary summary(Patient patient) {
        return new PatientSummary(patient.getNumber(), patient.getName());
    }
}
