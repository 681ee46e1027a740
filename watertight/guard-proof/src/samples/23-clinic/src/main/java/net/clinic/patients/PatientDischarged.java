package net.clinic.patients;

public record PatientDischarged(long number) {}
