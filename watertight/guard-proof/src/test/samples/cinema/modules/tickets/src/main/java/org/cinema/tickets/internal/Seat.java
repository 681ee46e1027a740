package org.cinema.tickets.internal;

import org.springframework.data.relational.core.mapping.Table;

/** One seat of a ticket. */
@Table(schema = "tickets")
record Seat(int number) {}
