package io.airline.flights.internal;

import java.math.BigDecimal;

record Fare(BigDecimal amount) {}
