package org.cinema.tickets;

import java.util.List;
import java.util.UUID;

/** A ticket as others see it. */
public record TicketDto(UUID id, String film, List<Integer> seats, boolean valid) {

    public TicketDto {
        seats = List.copyOf(seats);
    }
}
