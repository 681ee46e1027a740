package org.cinema.tickets.internal;

import org.cinema.films.FilmWithdrawn;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** What tickets do when others announce something. */
@Component
class TicketListeners {

    private final TicketRepository tickets;

    TicketListeners(TicketRepository tickets) {
        this.tickets = tickets;
    }

    @ApplicationModuleListener(id = "tickets.invalidate-for-withdrawn-film")
    void on(FilmWithdrawn event) {
        tickets.invalidateAllFor(event.code());
    }
}
