package com.example.shop.catalog.internal;

import com.example.shop.catalog.Hold;
import com.example.shop.catalog.InsufficientStockException;
import com.example.shop.catalog.InsufficientStockException.Shortage;
import com.example.shop.catalog.PricesChangedException;
import com.example.shop.catalog.ProductsDiscontinuedException;
import com.example.shop.catalog.RequestedLine;
import com.example.shop.catalog.ReservationEndedException;
import com.example.shop.catalog.ReservedProductDto;
import com.example.shop.catalog.StockService;
import com.example.shop.catalog.UnknownProductsException;
import io.watertight.api.Audited;
import io.watertight.api.Problem;
import io.watertight.api.Problem.Field;
import io.watertight.pattern.ModuleService;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.annotation.Transactional;

@ModuleService
class DefaultStockService implements StockService {

    private static final Logger LOG = LoggerFactory.getLogger(DefaultStockService.class);

    private final StockRepository stock;
    private final Duration expiry;

    DefaultStockService(StockRepository stock, CatalogProperties properties) {
        this.stock = stock;
        this.expiry = properties.reservationExpiry();
    }

    @Override
    @Transactional
    @Audited(subject = "orderId")
    public List<ReservedProductDto> reserve(UUID orderId, List<RequestedLine> lines, Hold hold) {
        List<ReservationRow> rows = stock.reserve(
                orderId,
                lines.stream().map(RequestedLine::sku).toArray(String[]::new),
                lines.stream().map(it -> String.valueOf(it.quantity())).toArray(String[]::new),
                hold == Hold.FIRM ? ReservationStatus.CONFIRMED : ReservationStatus.RESERVED,
                expiry.toSeconds());
        if (rows.isEmpty()) {
            return repeated(orderId, lines, hold);
        }
        Map<String, ReservationRow> bySku =
                rows.stream().collect(Collectors.toMap(ReservationRow::sku, Function.identity()));
        refuse(lines, bySku, (it, _) -> it.isUnknown(), "sku", "is unknown", UnknownProductsException::new);
        refuse(lines, bySku, (it, _) -> !it.onSale(), "sku", "is no longer sold", ProductsDiscontinuedException::new);
        Function<List<Field>, Problem> shortage = it -> new InsufficientStockException(shortages(rows), it);
        refuse(lines, bySku, (it, _) -> it.isShort(), "sku", "exceeds the available stock", shortage);
        refuse(lines, bySku, ReservationRow::contradicts, "price", "is no longer current", PricesChangedException::new);
        return rows.stream().map(ReservationRow::reserved).toList();
    }

    private List<ReservedProductDto> repeated(UUID orderId, List<RequestedLine> lines, Hold hold) {
        requireStatus(orderId, ReservationStatus.RESERVED, ReservationStatus.CONFIRMED);
        List<ReservedProductDto> held = stock.reserved(orderId);
        Map<String, Long> requested = lines.stream()
                .collect(Collectors.groupingBy(RequestedLine::sku, Collectors.summingLong(RequestedLine::quantity)));
        if (!requested.equals(
                held.stream().collect(Collectors.toMap(ReservedProductDto::sku, ReservedProductDto::quantity)))) {
            throw new ReservationEndedException(orderId, "is for other quantities");
        }
        if (hold == Hold.FIRM) {
            confirm(orderId);
        }
        return held;
    }

    /** Refuses the order if it has such lines, and names the part of them that is wrong. */
    private static void refuse(
            List<RequestedLine> lines,
            Map<String, ReservationRow> rows,
            BiPredicate<ReservationRow, RequestedLine> refused,
            String part,
            String message,
            Function<List<Field>, Problem> problem) {
        List<Field> fields = IntStream.range(0, lines.size())
                .filter(it -> refused.test(
                        Objects.requireNonNull(rows.get(lines.get(it).sku())), lines.get(it)))
                .mapToObj(it -> new Field("lines[%s].%s".formatted(it, part), message))
                .toList();
        if (!fields.isEmpty()) {
            throw problem.apply(fields);
        }
    }

    private static List<Shortage> shortages(List<ReservationRow> rows) {
        return rows.stream()
                .filter(ReservationRow::isShort)
                .map(it -> new Shortage(it.sku(), it.quantity(), it.available()))
                .toList();
    }

    @Override
    @Transactional
    @Audited(subject = "orderId")
    public void confirm(UUID orderId) {
        if (!stock.confirm(orderId)) {
            requireStatus(orderId, ReservationStatus.CONFIRMED, ReservationStatus.CONSUMED);
        }
    }

    @Override
    @Transactional
    @Audited(subject = "orderIds")
    public void release(Collection<UUID> orderIds) {
        String[] ids = orderIds.stream().distinct().map(UUID::toString).toArray(String[]::new);
        if (ids.length > 0 && stock.release(ids, ReservationStatus.RELEASED) > 0) {
            // Only another statement sees the reservations that the first one has waited for.
            stock.release(ids, ReservationStatus.RELEASED);
        }
    }

    @Override
    @Transactional
    @Audited(subject = "orderId")
    public void consume(UUID orderId) {
        if (stock.consume(orderId, ReservationStatus.CONSUMED) == 0) {
            requireStatus(orderId, ReservationStatus.CONSUMED);
        }
    }

    private void requireStatus(UUID orderId, ReservationStatus... wanted) {
        ReservationStatus status =
                stock.statusOf(orderId).orElseThrow(() -> new ReservationEndedException(orderId, "does not exist"));
        if (!Set.of(wanted).contains(status)) {
            throw new ReservationEndedException(orderId, status.inWords());
        }
    }

    /** Several instances may do so at once: each takes rows that no other holds. */
    @Scheduled(fixedDelayString = "${catalog.reservation-sweep:1m}")
    @Transactional
    void expireUnconfirmed() {
        int expired = stock.expire(ReservationStatus.EXPIRED);
        if (expired > 0) {
            LOG.info("{} reservations expired unconfirmed; their stock can be sold again", expired);
        }
    }

    @Scheduled(fixedDelayString = "1m", initialDelayString = "10m")
    @Transactional
    void forgetEnded() {
        stock.forgetEnded();
    }
}
