package com.example.shop.orders.internal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When orders were placed that somebody asks for. */
record PlacingTime(Instant from, Instant until) {

    // Beyond what PostgreSQL can store nothing was ordered, so these stand for "no bound", however far one asks.
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    static PlacingTime between(@Nullable Instant from, @Nullable Instant until) {
        return new PlacingTime(bounded(from == null ? EARLIEST : from), bounded(until == null ? LATEST : until));
    }

    private static Instant bounded(Instant time) {
        return time.isBefore(EARLIEST) ? EARLIEST : time.isAfter(LATEST) ? LATEST : time;
    }
}
