package io.airline.flights;

public record FlightCancelled(String number) {}
