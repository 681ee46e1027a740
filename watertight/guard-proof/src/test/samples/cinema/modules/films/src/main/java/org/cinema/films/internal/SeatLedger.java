package org.cinema.films.internal;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who holds which seats. */
@Repository
class SeatLedger {

    private static final String HOLD = """
            with taken as (
                update films.film set seats = seats - :seats where code = :code and seats >= :seats returning id
            )
            insert into films.held_seats (ticket_id, film_id, seats)
            select :ticket, taken.id, :seats from taken
            """;

    private final JdbcClient jdbc;

    SeatLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean hold(UUID ticket, String code, int seats) {
        return jdbc.sql(HOLD)
                        .param("ticket", ticket)
                        .param("code", code)
                        .param("seats", seats)
                        .update()
                == 1;
    }
}
