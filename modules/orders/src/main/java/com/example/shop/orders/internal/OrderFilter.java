package com.example.shop.orders.internal;

import com.example.shop.orders.OrderQuery;
import com.example.shop.orders.OrderStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a person wants to see of the orders; days are those of the shop's time zone, both included.
 *
 * @param customer blank for all
 */
record OrderFilter(
        String customer,
        @Nullable OrderStatus status,
        boolean attention,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {

    private static final int PAGE_SIZE = 50;

    OrderQuery query(ZoneId zone, @Nullable String cursor) {
        return new OrderQuery(
                customer.isBlank() ? null : customer.strip(),
                status,
                attention ? true : null,
                beginning(zone),
                end(zone),
                PAGE_SIZE,
                cursor);
    }

    /** The address of the page that the cursor begins. */
    String pageAt(String cursor) {
        return address("/orders")
                .queryParamIfPresent("from", Optional.ofNullable(from))
                .queryParamIfPresent("until", Optional.ofNullable(until))
                .queryParam("cursor", cursor)
                .encode()
                .toUriString();
    }

    /** The address where the same orders can be had as a file. */
    String export(ZoneId zone) {
        return address("/api/exports/orders")
                .queryParamIfPresent("from", Optional.ofNullable(beginning(zone)))
                .queryParamIfPresent("until", Optional.ofNullable(end(zone)))
                .encode()
                .toUriString();
    }

    private UriComponentsBuilder address(String path) {
        return UriComponentsBuilder.fromPath(path)
                .queryParamIfPresent("customer", Optional.of(customer.strip()).filter(it -> !it.isEmpty()))
                .queryParamIfPresent("status", Optional.ofNullable(status))
                .queryParamIfPresent("attention", attention ? Optional.of(true) : Optional.empty());
    }

    private @Nullable Instant beginning(ZoneId zone) {
        return from == null ? null : from.atStartOfDay(zone).toInstant();
    }

    /** There is no day after the last one that can be written. */
    private @Nullable Instant end(ZoneId zone) {
        return until == null || until.equals(LocalDate.MAX)
                ? null
                : until.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
