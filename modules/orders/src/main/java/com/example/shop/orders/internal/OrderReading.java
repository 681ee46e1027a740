package com.example.shop.orders.internal;

import com.example.shop.kernel.Country;
import com.example.shop.kernel.Roles;
import com.example.shop.orders.CountrySalesDto;
import com.example.shop.orders.DaySalesDto;
import com.example.shop.orders.MonthSalesDto;
import com.example.shop.orders.OrderQuery;
import com.example.shop.orders.OrderSummaryDto;
import io.watertight.api.Actor;
import io.watertight.api.Cursor;
import io.watertight.api.InvalidCursorException;
import io.watertight.api.PageDto;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists and figures, each of them one statement. */
@Component
class OrderReading {

    // Beyond what PostgreSQL can store nothing was ordered, so these stand for "no bound", however far one asks.
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");
    private static final UUID LAST_ID = new UUID(-1, -1);

    private final OrderRepository orders;
    private final OrderMapper mapper;
    private final OrdersProperties properties;

    OrderReading(OrderRepository orders, OrderMapper mapper, OrdersProperties properties) {
        this.orders = orders;
        this.mapper = mapper;
        this.properties = properties;
    }

    /**
     * @param actor sees their own orders only, unless they are staff
     * @throws InvalidCursorException if the query's cursor is not one of this list
     */
    PageDto<OrderSummaryDto> search(OrderQuery query, Actor actor) {
        String customer =
                Roles.isStaff(actor) || query.customer() != null ? query.customer() : Roles.customerNumberOf(actor);
        if (!Roles.isStaff(actor) && (customer == null || !Roles.mayActFor(actor, customer))) {
            return new PageDto<>(List.of(), null);
        }
        String list = "orders/%s/%s/%s/%s/%s"
                .formatted(customer, query.status(), query.attention(), query.from(), query.until());
        Instant before = LATEST;
        UUID beforeId = LAST_ID;
        if (query.cursor() != null) {
            List<String> key = Cursor.decode(list, query.cursor(), 2).key();
            try {
                before = until(Instant.parse(key.getFirst()));
                beforeId = UUID.fromString(key.getLast());
            } catch (DateTimeException | IllegalArgumentException e) {
                throw new InvalidCursorException();
            }
        }
        List<OrderView> rows = orders.search(
                before,
                beforeId,
                from(query.from()),
                until(query.until()),
                customer,
                query.status(),
                query.attention(),
                query.limit() + 1);
        return PageDto.of(
                        rows,
                        query.limit(),
                        last -> new Cursor(
                                list,
                                List.of(last.placedAt().toString(), last.id().toString())))
                .map(mapper::toSummary);
    }

    List<CountrySalesDto> salesByCountry(@Nullable Instant from, @Nullable Instant until) {
        return orders.salesByCountry(from(from), until(until)).stream()
                .map(mapper::toCountrySales)
                .collect(Collectors.toMap(
                        it -> List.of(
                                Country.meaning(it.country()), it.revenue().currency()),
                        Function.identity(),
                        OrderReading::together,
                        LinkedHashMap::new))
                .values()
                .stream()
                .sorted(Comparator.comparing(
                                (CountrySalesDto it) -> it.revenue().amount())
                        .reversed())
                .toList();
    }

    /** The sales to one country under two spellings; the first stays. */
    private static CountrySalesDto together(CountrySalesDto one, CountrySalesDto other) {
        return new CountrySalesDto(
                one.country(),
                one.orders() + other.orders(),
                one.lines() + other.lines(),
                one.revenue().plus(other.revenue()),
                one.cancelledOrders() + other.cancelledOrders(),
                one.cancelledRevenue().plus(other.cancelledRevenue()),
                one.code());
    }

    List<MonthSalesDto> salesByMonth(@Nullable Instant from, @Nullable Instant until) {
        return orders.salesByMonth(from(from), until(until), properties.zone().getId()).stream()
                .map(mapper::toMonthSales)
                .toList();
    }

    List<DaySalesDto> salesByDay(Instant now, int days) {
        ZoneId zone = properties.zone();
        LocalDate first = LocalDate.ofInstant(now, zone).minusDays(days - 1L);
        return orders.salesByDay(first.atStartOfDay(zone).toInstant(), zone.getId()).stream()
                .map(mapper::toDaySales)
                .toList();
    }

    private static Instant from(@Nullable Instant from) {
        return from == null || from.isBefore(EARLIEST) ? EARLIEST : from.isAfter(LATEST) ? LATEST : from;
    }

    private static Instant until(@Nullable Instant until) {
        return until == null || until.isAfter(LATEST) ? LATEST : until.isBefore(EARLIEST) ? EARLIEST : until;
    }
}
