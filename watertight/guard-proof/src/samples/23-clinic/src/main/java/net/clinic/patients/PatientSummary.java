package net.clinic.patients;

public record PatientSummary(long number, String name) {}
