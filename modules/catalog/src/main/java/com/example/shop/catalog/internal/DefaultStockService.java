package com.example.shop.catalog.internal;

import com.example.shop.catalog.Hold;
import com.example.shop.catalog.InsufficientStockException;
import com.example.shop.catalog.InsufficientStockException.Shortage;
import com.example.shop.catalog.ProductsDiscontinuedException;
import com.example.shop.catalog.RequestedLine;
import com.example.shop.catalog.ReservationEndedException;
import com.example.shop.catalog.ReservedProductDto;
import com.example.shop.catalog.StockService;
import com.example.shop.catalog.UnknownProductsException;
import io.watertight.api.Audited;
import io.watertight.api.Problem.Field;
import io.watertight.pattern.ModuleService;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.annotation.Transactional;

@ModuleService
class DefaultStockService implements StockService {

    private static final Logger LOG = LoggerFactory.getLogger(DefaultStockService.class);
    private static final Duration EXPIRY = Duration.ofMinutes(15);
    private static final int EXPIRED_AT_ONCE = 1_000;
    private static final int DAYS_REMEMBERED = 30;

    private final StockRepository stock;

    DefaultStockService(StockRepository stock) {
        this.stock = stock;
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
                EXPIRY.toSeconds());
        if (rows.isEmpty()) {
            return repeated(orderId, lines, hold);
        }
        List<Field> unknown = fields(lines, rows, ReservationRow::isUnknown, "is unknown");
        if (!unknown.isEmpty()) {
            throw new UnknownProductsException(unknown);
        }
        List<Field> discontinued = fields(lines, rows, it -> !it.onSale(), "is no longer sold");
        if (!discontinued.isEmpty()) {
            throw new ProductsDiscontinuedException(discontinued);
        }
        List<Field> tooMany = fields(lines, rows, ReservationRow::isShort, "exceeds the available stock");
        if (!tooMany.isEmpty()) {
            throw new InsufficientStockException(
                    rows.stream()
                            .filter(ReservationRow::isShort)
                            .map(it -> new Shortage(it.sku(), it.quantity(), it.available()))
                            .toList(),
                    tooMany);
        }
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

    /** The fields of the lines whose SKUs are refused. */
    private static List<Field> fields(
            List<RequestedLine> lines, List<ReservationRow> rows, Predicate<ReservationRow> refused, String message) {
        Set<String> skus =
                rows.stream().filter(refused).map(ReservationRow::sku).collect(Collectors.toSet());
        return IntStream.range(0, lines.size())
                .filter(it -> skus.contains(lines.get(it).sku()))
                .mapToObj(it -> new Field("lines[%s].sku".formatted(it), message))
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
        if (!orderIds.isEmpty()) {
            stock.release(orderIds.stream().map(UUID::toString).toArray(String[]::new), ReservationStatus.RELEASED);
        }
    }

    @Override
    @Transactional
    @Audited(subject = "orderId")
    public void consume(UUID orderId) {
        if (!stock.consume(orderId)) {
            requireStatus(orderId, ReservationStatus.CONSUMED);
        }
    }

    private void requireStatus(UUID orderId, ReservationStatus... wanted) {
        ReservationStatus status =
                stock.statusOf(orderId).orElseThrow(() -> new ReservationEndedException(orderId, "never was"));
        if (!Set.of(wanted).contains(status)) {
            throw new ReservationEndedException(orderId, status.inWords());
        }
    }

    /** Several instances may do so at once: each takes rows that no other holds. */
    @Scheduled(
            fixedDelayString = "${catalog.reservation-sweep:1m}",
            initialDelayString = "${catalog.reservation-sweep:1m}")
    @Transactional
    void expireUnconfirmed() {
        int expired = stock.expire(EXPIRED_AT_ONCE, ReservationStatus.EXPIRED);
        if (expired > 0) {
            LOG.info("{} reservations expired unconfirmed; their stock can be sold again", expired);
        }
    }

    @Scheduled(fixedDelayString = "1h", initialDelayString = "10m")
    @Transactional
    void forgetEnded() {
        stock.forgetEnded(DAYS_REMEMBERED);
    }
}
