package org.cinema.tickets;

import java.util.List;
import java.util.UUID;

/** What other modules may ask of tickets. */
public interface TicketService {

    TicketDto sell(NewTicket ticket);

    TicketDto ticket(UUID id);

    List<TicketDto> ticketsFor(String film);
}
