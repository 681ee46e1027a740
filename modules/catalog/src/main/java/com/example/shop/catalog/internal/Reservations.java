package com.example.shop.catalog.internal;

import com.example.shop.catalog.InsufficientStockException;
import com.example.shop.catalog.ProductsDiscontinuedException;
import com.example.shop.catalog.RequestedLine;
import com.example.shop.catalog.ReservationEndedException;
import com.example.shop.catalog.ReservedProductDto;
import com.example.shop.catalog.UnknownProductsException;
import io.watertight.api.Problem.Field;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Turns what the {@link StockLedger} answers into what an order may know. */
@Component
class Reservations {

    private static final Duration EXPIRY = Duration.ofMinutes(15);

    private final StockLedger stock;

    Reservations(StockLedger stock) {
        this.stock = stock;
    }

    List<ReservedProductDto> reserve(UUID orderId, List<RequestedLine> lines) {
        List<ReservationRow> rows = stock.reserve(orderId, lines, EXPIRY);
        if (rows.isEmpty()) {
            return repeated(orderId, lines);
        }
        refuseAny(
                rows, it -> !it.known(), refused -> new UnknownProductsException(fields(lines, refused, "is unknown")));
        refuseAny(
                rows,
                ReservationRow::isDiscontinued,
                refused -> new ProductsDiscontinuedException(fields(lines, refused, "is no longer sold")));
        refuseAny(
                rows,
                ReservationRow::isShort,
                refused -> new InsufficientStockException(
                        refused.stream().map(ReservationRow::shortage).toList(),
                        fields(lines, refused, "exceeds the available stock")));
        if (!rows.getFirst().granted()) {
            throw new IllegalStateException("Order %s was refused for a reason that nobody knows".formatted(orderId));
        }
        return rows.stream().map(ReservationRow::reserved).toList();
    }

    void confirm(UUID orderId) {
        if (!stock.confirm(orderId)) {
            requireStatus(orderId, Set.of(ReservationStatus.CONFIRMED, ReservationStatus.CONSUMED));
        }
    }

    void release(Collection<UUID> orderIds) {
        if (!orderIds.isEmpty()) {
            stock.release(orderIds);
        }
    }

    void consume(UUID orderId) {
        if (!stock.consume(orderId)) {
            requireStatus(orderId, Set.of(ReservationStatus.CONSUMED));
        }
    }

    private List<ReservedProductDto> repeated(UUID orderId, List<RequestedLine> lines) {
        List<ReservedItem> held = stock.held(orderId);
        ReservationStatus status = held.getFirst().status();
        if (!status.isAlive()) {
            throw new ReservationEndedException(orderId, status.inWords());
        }
        Map<String, Long> requested = lines.stream()
                .collect(Collectors.groupingBy(RequestedLine::sku, Collectors.summingLong(RequestedLine::quantity)));
        Map<String, Long> holding = held.stream().collect(Collectors.toMap(ReservedItem::sku, ReservedItem::quantity));
        if (!requested.equals(holding)) {
            throw new ReservationEndedException(orderId, "is for other quantities");
        }
        return held.stream().map(ReservedItem::reserved).toList();
    }

    private void requireStatus(UUID orderId, Set<ReservationStatus> wanted) {
        List<ReservedItem> held = stock.held(orderId);
        if (held.isEmpty()) {
            throw new ReservationEndedException(orderId, "never was");
        }
        ReservationStatus status = held.getFirst().status();
        if (!wanted.contains(status)) {
            throw new ReservationEndedException(orderId, status.inWords());
        }
    }

    private static void refuseAny(
            List<ReservationRow> rows,
            Predicate<ReservationRow> refused,
            Function<List<ReservationRow>, RuntimeException> problem) {
        List<ReservationRow> matching = rows.stream().filter(refused).toList();
        if (!matching.isEmpty()) {
            throw problem.apply(matching);
        }
    }

    private static List<Field> fields(List<RequestedLine> lines, List<ReservationRow> rows, String message) {
        Set<String> skus = rows.stream().map(ReservationRow::sku).collect(Collectors.toSet());
        return IntStream.range(0, lines.size())
                .filter(it -> skus.contains(lines.get(it).sku()))
                .mapToObj(it -> new Field("lines[%s].sku".formatted(it), message))
                .toList();
    }
}
