package com.example.shop.orders.internal;

import com.example.shop.orders.OrderQuery;
import com.example.shop.orders.OrderStatus;
import io.watertight.api.PageDto;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/** What a person wants to see of the orders; days are those of the shop's time zone, both included. */
record OrderFilter(
        @Nullable String customer,
        @Nullable OrderStatus status,
        @Nullable Boolean attention,
        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate until) {

    OrderQuery query(ZoneId zone, @Nullable String cursor) {
        return new OrderQuery(
                customer,
                status,
                Boolean.TRUE.equals(attention) ? true : null,
                from == null ? null : from.atStartOfDay(zone).toInstant(),
                end(zone),
                PageDto.DEFAULT_LIMIT,
                cursor);
    }

    /** There is no day after the last one that can be written. */
    private @Nullable Instant end(ZoneId zone) {
        return until == null || until.equals(LocalDate.MAX)
                ? null
                : until.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
