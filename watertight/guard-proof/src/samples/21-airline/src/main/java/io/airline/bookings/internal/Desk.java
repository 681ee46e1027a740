package io.airline.bookings.internal;

import io.airline.flights.FlightService;
import io.airline.money.PriceSource;
import io.airline.money.Price;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class Desk {

    private final BookingRepository bookings;
    private final FlightService flights;
    private final PriceSource prices;

    Desk(BookingRepository bookings, FlightService flights, PriceSource prices) {
        this.bookings = bookings;
        this.flights = flights;
        this.prices = prices;
    }

    Price book(String flight, String passenger) {
        if (!flights.takeSeat(flight)) {
            throw new IllegalStateException("Flight %s is full".formatted(flight));
        }
        bookings.save(new Booking(null, flight, passenger));
        return prices.priceOf(flight);
    }
}
