package org.cinema.tickets.internal;

import java.util.List;
import java.util.UUID;
import org.cinema.tickets.NewTicket;
import org.cinema.tickets.TicketDto;
import org.cinema.tickets.TicketService;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TicketController {

    private final TicketService tickets;

    TicketController(TicketService tickets) {
        this.tickets = tickets;
    }

    @PostMapping("/tickets")
    TicketDto sell(@RequestBody NewTicket ticket) {
        return tickets.sell(ticket);
    }

    @GetMapping("/tickets/{id}")
    TicketDto ticket(@PathVariable UUID id) {
        return tickets.ticket(id);
    }

    @GetMapping("/tickets")
    List<TicketDto> ticketsFor(@RequestParam String film) {
        return tickets.ticketsFor(film);
    }
}
