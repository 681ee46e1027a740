package io.airline.flights.internal;

import io.airline.flights.FlightCancelled;
import io.airline.flights.FlightDto;
import io.airline.flights.FlightService;
import io.airline.money.Price;
import io.airline.money.PriceSource;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class DefaultFlightService implements FlightService, PriceSource {

    private final FlightRepository flights;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    DefaultFlightService(FlightRepository flights, JdbcClient jdbc, ApplicationEventPublisher events) {
        this.flights = flights;
        this.jdbc = jdbc;
        this.events = events;
    }

    @Override
    public Optional<FlightDto> flight(String number) {
        return jdbc.sql("select number, departure, seats from flight where number = :number")
                .param("number", number)
                .query(FlightDto.class)
                .optional();
    }

    @Override
    public Price fare(String number) {
        return flights.findByNumber(number).map(it -> new Price(it.fare.amount())).orElseThrow();
    }

    @Override
    public Price priceOf(String code) {
        return fare(code);
    }

    @Override
    public boolean takeSeat(String number) {
        return flights.takeSeat(number);
    }

    void cancel(String number) {
        flights.findByNumber(number).ifPresent(it -> {
            flights.delete(it);
            events.publishEvent(new FlightCancelled(number));
        });
    }
}
