package net.clinic.appointments.persistence;

import java.time.LocalDate;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

@Table("appointments")
public record AppointmentRow(@Id Long id, long patient, LocalDate day) {}
