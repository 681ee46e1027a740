package org.cinema.tickets.internal;

import java.util.List;
import java.util.UUID;
import org.cinema.films.FilmDto;
import org.cinema.films.FilmService;
import org.cinema.tickets.NewTicket;
import org.cinema.tickets.TicketDto;
import org.cinema.tickets.TicketService;
import org.cinema.tickets.TicketSold;
import org.cinema.tickets.UnknownTicket;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class DefaultTicketService implements TicketService {

    private final TicketRepository tickets;
    private final FilmService films;
    private final ApplicationEventPublisher events;

    DefaultTicketService(TicketRepository tickets, FilmService films, ApplicationEventPublisher events) {
        this.tickets = tickets;
        this.films = films;
        this.events = events;
    }

    @Override
    public TicketDto sell(NewTicket ticket) {
        UUID id = UUID.randomUUID();
        FilmDto film = films.film(ticket.film());
        films.hold(id, film.code(), ticket.seats().size());
        Ticket sold = tickets.save(Ticket.of(id, film.code(), ticket.seats()));
        events.publishEvent(new TicketSold(id, film.code()));
        return sold.toDto();
    }

    @Override
    @Transactional(readOnly = true)
    public TicketDto ticket(UUID id) {
        return tickets.findById(id).map(Ticket::toDto).orElseThrow(() -> new UnknownTicket(id));
    }

    @Override
    @Transactional(readOnly = true)
    public List<TicketDto> ticketsFor(String film) {
        return tickets.findByFilm(film).stream().map(Ticket::toDto).toList();
    }
}
