package com.example.shop.orders.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** The period in which orders were placed. */
record PlacingTime(Instant from, Instant until) {

    // No order was placed outside these, so they stand for "no bound".
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    static PlacingTime between(@Nullable Instant from, @Nullable Instant until) {
        return new PlacingTime(bounded(from == null ? EARLIEST : from), bounded(until == null ? LATEST : until));
    }

    /** The whole days of the zone within it; of no length if there is none. */
    PlacingTime wholeDays(ZoneId zone) {
        // A day that begins at that very moment is a whole one.
        Instant begin = startOfDay(LocalDate.ofInstant(from.minusNanos(1), zone).plusDays(1), zone);
        Instant end = startOfDay(LocalDate.ofInstant(until, zone), zone);
        return begin.isBefore(end) ? new PlacingTime(begin, end) : new PlacingTime(until, until);
    }

    private static Instant startOfDay(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static Instant bounded(Instant time) {
        return time.isBefore(EARLIEST) ? EARLIEST : time.isAfter(LATEST) ? LATEST : time;
    }
}
