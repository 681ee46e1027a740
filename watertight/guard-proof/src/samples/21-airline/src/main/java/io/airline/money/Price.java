package io.airline.money;

import java.math.BigDecimal;

/** An amount in euros. */
public record Price(BigDecimal amount) {}
