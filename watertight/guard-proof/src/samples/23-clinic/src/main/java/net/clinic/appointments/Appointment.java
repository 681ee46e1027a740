package net.clinic.appointments;

import java.time.LocalDate;

public record Appointment(long id, long patient, LocalDate day) {}
