package io.airline.flights;

import java.time.Instant;

public record FlightDto(String number, Instant departure, int seats) {}
