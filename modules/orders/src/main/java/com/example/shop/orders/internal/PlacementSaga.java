package com.example.shop.orders.internal;

import com.example.shop.catalog.Hold;
import com.example.shop.catalog.ReservationEndedException;
import com.example.shop.catalog.ReservedProductDto;
import com.example.shop.catalog.StockService;
import com.example.shop.customers.BuyerDto;
import com.example.shop.customers.CustomerService;
import com.example.shop.orders.OrderInProgressException;
import io.watertight.api.CurrentCommand;
import io.watertight.api.LocalModules;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionException;

/**
 * Places an order: while the modules share this process, by {@link OrderPlacement} alone. Where the buyer or the stock is known to another
 * process, no transaction spans the steps. The row of the idempotency key is their journal: it is committed first, and closed together with
 * storing the order. An attempt that misses its deadline is compensated, never completed, whether its process is slow or has stopped.
 */
@Component
class PlacementSaga {

    private static final Logger LOG = LoggerFactory.getLogger(PlacementSaga.class);

    private final IdempotencyKeys keys;
    private final OrderPlacement steps;
    private final CustomerService customers;
    private final StockService stock;
    private final OrdersProperties properties;
    private final RetryTemplate retries;
    private final boolean needed;

    PlacementSaga(
            IdempotencyKeys keys,
            OrderPlacement steps,
            CustomerService customers,
            StockService stock,
            OrdersProperties properties,
            LocalModules modules) {
        this.keys = keys;
        this.steps = steps;
        this.customers = customers;
        this.stock = stock;
        this.properties = properties;
        this.retries = new RetryTemplate(RetryPolicy.builder()
                .includes(OrderInProgressException.class)
                .timeout(properties.patience())
                .delay(Duration.ofMillis(100))
                .maxRetries(Long.MAX_VALUE)
                .build());
        this.needed = !modules.contains("catalog") || !modules.contains("customers");
    }

    /**
     * @param action its name in the audit trail
     * @throws OrderInProgressException if an earlier attempt with the key does not end while this one waits
     */
    Order place(String action, Placement placement) {
        if (!needed) {
            return steps.place(action, placement);
        }
        Optional<UUID> earlier = retries.invoke(() -> keys.claim(placement, properties.placingTime()));
        return earlier.map(steps::placedBefore)
                .orElseGet(() -> CurrentCommand.call(
                        "%s %s".formatted(action, placement.id()), () -> carryOut(action, placement)));
    }

    private Order carryOut(String action, Placement placement) {
        boolean perhapsStored = false;
        try {
            BuyerDto buyer = customers.buyer(placement.order().customer());
            List<ReservedProductDto> reserved =
                    stock.reserve(placement.id(), placement.order().lines(), Hold.UNTIL_CONFIRMED);
            stock.confirm(placement.id());
            perhapsStored = true;
            return steps.complete(action, placement, buyer, reserved);
        } catch (RuntimeException e) {
            // If only the response was lost, the row says when the attempt expires.
            boolean unanswered = (e instanceof DataAccessException || e instanceof TransactionException)
                    && !(e instanceof ConcurrencyFailureException
                            || e instanceof DataIntegrityViolationException
                            || e instanceof CannotCreateTransactionException);
            if (!perhapsStored || !unanswered) {
                undo(List.of(placement.id()));
            }
            // A reservation that has ended was undone in the meantime, because the attempt took too long.
            throw e instanceof ReservationEndedException ? new OrderInProgressException() : e;
        }
    }

    /** As in one transaction, nothing of an attempt remains, not even in the audit trail. What fails is undone later. */
    private boolean undo(List<UUID> ids) {
        try {
            CurrentCommand.run("undo", () -> stock.release(ids));
            keys.free(ids);
            return true;
        } catch (RuntimeException e) {
            LOG.warn("Attempts to place orders {} will be undone later: {}", ids, e.getMessage());
            return false;
        }
    }

    /** Before looking for orders, so that one that is stored meanwhile is either found or fails. */
    void interrupt(Map<String, ?> part) {
        if (needed) {
            keys.interrupt(part);
        }
    }

    /** Several instances may do so at once: each takes what no other is undoing. */
    @Scheduled(fixedDelayString = "${orders.undoing:5s}", initialDelayString = "${orders.undoing:5s}")
    void undoOverdue() {
        List<UUID> overdue = keys.takeOverdue(properties.placingTime());
        while (!overdue.isEmpty() && undo(overdue)) {
            LOG.info("{} attempts to place an order were undone, because they did not end in time", overdue.size());
            overdue = keys.takeOverdue(properties.placingTime());
        }
    }
}
