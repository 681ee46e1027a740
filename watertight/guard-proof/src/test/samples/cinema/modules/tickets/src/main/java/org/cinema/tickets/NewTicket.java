package org.cinema.tickets;

import java.util.List;

/** Who wants to see what, and where he wants to sit. */
public record NewTicket(String film, List<Integer> seats) {

    public NewTicket {
        seats = List.copyOf(seats);
    }
}
