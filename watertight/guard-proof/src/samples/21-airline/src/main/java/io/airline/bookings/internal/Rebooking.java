package io.airline.bookings.internal;

import io.airline.flights.FlightCancelled;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

@Component
class Rebooking {

    private final JdbcTemplate jdbc;

    Rebooking(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void on(FlightCancelled event) {
        jdbc.update("delete from booking where flight = ?", event.number());
        jdbc.update("update flight set seats = 0 where number = ?", event.number());
    }
}
