package org.cinema.tickets;

import java.util.UUID;

/** A ticket was sold. */
public record TicketSold(UUID id, String film) {}
