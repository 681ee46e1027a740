package io.airline.flights.internal;

import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.CrudRepository;

interface FlightRepository extends CrudRepository<Flight, Long> {

    Optional<Flight> findByNumber(String number);

    @Modifying
    @Query("update flight set seats = seats - 1 where number = :number and seats > 0")
    boolean takeSeat(String number);
}
