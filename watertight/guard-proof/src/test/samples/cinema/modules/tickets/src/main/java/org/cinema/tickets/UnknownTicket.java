package org.cinema.tickets;

import java.util.UUID;
import org.cinema.kernel.Problem;

/** There is no such ticket. */
public final class UnknownTicket extends Problem {

    private static final long serialVersionUID = 1L;

    public UnknownTicket(UUID id) {
        super("There is no ticket %s.".formatted(id));
    }
}
