package net.clinic.patients;

import java.util.Optional;

public interface Patients {

    PatientSummary admit(String name);

    Optional<PatientSummary> byNumber(long number);
}
