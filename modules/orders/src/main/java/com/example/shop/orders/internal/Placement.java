package com.example.shop.orders.internal;

import com.example.shop.catalog.RequestedLine;
import com.example.shop.catalog.ReservedProductDto;
import com.example.shop.customers.BuyerDto;
import com.example.shop.kernel.Money;
import com.example.shop.orders.IdempotencyKey;
import com.example.shop.orders.ImplausibleDateException;
import com.example.shop.orders.ImportedOrder;
import com.example.shop.orders.ImportedOrder.ImportedLine;
import com.example.shop.orders.PlaceOrder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An order that is about to be placed, at the catalog's prices or at agreed ones.
 *
 * @param agreedPrices of the lines; empty for the catalog's
 * @param request as it came, to tell a repetition from another order
 */
record Placement(
        UUID id, PlaceOrder order, List<Money> agreedPrices, Instant time, Record request, IdempotencyKey key) {

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    static Placement of(PlaceOrder order, IdempotencyKey key, Instant now) {
        return new Placement(UUID.randomUUID(), order, List.of(), now, order, key);
    }

    static Placement of(ImportedOrder order, IdempotencyKey key) {
        if (order.placedAt().isBefore(EARLIEST)) {
            throw new ImplausibleDateException();
        }
        List<RequestedLine> lines = order.lines().stream()
                .map(it -> new RequestedLine(it.sku(), it.quantity()))
                .toList();
        return new Placement(
                UUID.randomUUID(),
                new PlaceOrder(order.customer(), order.deliveryCountry(), lines),
                order.lines().stream().map(ImportedLine::unitPrice).toList(),
                order.placedAt(),
                order,
                key);
    }

    Order by(BuyerDto buyer, List<ReservedProductDto> reserved) {
        // Truncated to the database's precision, so that a repetition reads the same value.
        Instant placedAt = time.truncatedTo(ChronoUnit.MICROS);
        String country = Objects.requireNonNullElse(order.deliveryCountry(), buyer.country());
        return Order.place(id, buyer, country, placedAt, lines(reserved));
    }

    private List<OrderLine> lines(List<ReservedProductDto> reserved) {
        Map<String, ReservedProductDto> bySku =
                reserved.stream().collect(Collectors.toMap(ReservedProductDto::sku, Function.identity()));
        return IntStream.range(0, order.lines().size())
                .mapToObj(it -> {
                    RequestedLine line = order.lines().get(it);
                    ReservedProductDto product = Objects.requireNonNull(bySku.get(line.sku()));
                    Money price = agreedPrices.isEmpty() ? product.unitPrice() : agreedPrices.get(it);
                    return new OrderLine(line.sku(), product.name(), line.quantity(), price);
                })
                .toList();
    }
}
