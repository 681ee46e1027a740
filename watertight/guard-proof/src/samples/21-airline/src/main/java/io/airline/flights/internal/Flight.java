package io.airline.flights.internal;

import java.time.Instant;
import java.util.Set;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

@Table("flight")
class Flight {

    @Id
    Long id;

    @Version
    int version;

    String number;
    Instant departure;

    @Embedded.Empty
    Fare fare;

    Set<Leg> legs;

    record Leg(String origin, String destination) {}
}
