package com.example.shop.orders.internal;

import com.example.shop.catalog.StockService;
import com.example.shop.orders.OrderCancelled;
import com.example.shop.orders.OrderShipped;
import io.watertight.api.CurrentCommand;
import io.watertight.api.LocalModules;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Releases or consumes what an order held: in the transaction that closes it if catalog shares the process. Otherwise the
 * call is made after the commit, and repeated until it succeeds; no transaction waits for it.
 */
@Component
class StockOfClosedOrders {

    private static final String CALL_FOLLOWS = "@stockOfClosedOrders.callFollows()";

    private final StockService stock;
    private final LocalModules modules;

    StockOfClosedOrders(StockService stock, LocalModules modules) {
        this.stock = stock;
        this.modules = modules;
    }

    void release(Collection<UUID> orders) {
        if (modules.contains("catalog")) {
            stock.release(orders);
        }
    }

    void consume(UUID order) {
        if (modules.contains("catalog")) {
            stock.consume(order);
        }
    }

    /** Whether a listener calls: if catalog runs elsewhere, or did when the order was closed; then the event comes without a transaction. */
    public boolean callFollows() {
        return !modules.contains("catalog") || !TransactionSynchronizationManager.isActualTransactionActive();
    }

    @ApplicationModuleListener(
            id = "orders.release-stock-of-cancelled-order",
            condition = CALL_FOLLOWS,
            propagation = Propagation.NOT_SUPPORTED)
    void on(OrderCancelled event) {
        CurrentCommand.run("cancel %s".formatted(event.id()), () -> stock.release(List.of(event.id())));
    }

    @ApplicationModuleListener(
            id = "orders.consume-stock-of-shipped-order",
            condition = CALL_FOLLOWS,
            propagation = Propagation.NOT_SUPPORTED)
    void on(OrderShipped event) {
        CurrentCommand.run("ship %s".formatted(event.id()), () -> stock.consume(event.id()));
    }
}
