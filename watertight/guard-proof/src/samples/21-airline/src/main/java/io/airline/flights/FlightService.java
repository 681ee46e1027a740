package io.airline.flights;

import io.airline.money.Price;
import java.util.Optional;

/** What flies, and what is left on board. */
public interface FlightService {

    Optional<FlightDto> flight(String number);

    Price fare(String number);

    boolean takeSeat(String number);
}
