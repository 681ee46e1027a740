package io.airline.bookings.internal;

import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

@Table("booking")
record Booking(@Id Long id, String flight, String passenger) {}
