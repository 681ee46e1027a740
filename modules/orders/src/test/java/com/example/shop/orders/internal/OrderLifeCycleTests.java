package com.example.shop.orders.internal;

import static com.example.shop.orders.GivenOrders.freshCustomer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.example.shop.catalog.ProductDiscontinued;
import com.example.shop.catalog.RequestedLine;
import com.example.shop.customers.CustomerDeactivated;
import com.example.shop.orders.GivenOrders;
import com.example.shop.orders.InMemoryCatalog;
import com.example.shop.orders.OrderCancelled;
import com.example.shop.orders.OrderCancelledException;
import com.example.shop.orders.OrderDto;
import com.example.shop.orders.OrderService;
import com.example.shop.orders.OrderShipped;
import com.example.shop.orders.OrderShippedException;
import com.example.shop.orders.OrderStatus;
import com.example.shop.orders.OrdersTest;
import com.example.shop.orders.PlaceOrder;
import com.example.shop.orders.UnknownOrderException;
import io.watertight.api.ExpectedVersion;
import io.watertight.api.StaleVersionException;
import io.watertight.testing.WholeDatabase;
import io.watertight.testing.statements.StatementCounter;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.AssertablePublishedEvents;
import org.springframework.modulith.test.Scenario;
import org.springframework.test.util.AopTestUtils;

@OrdersTest
class OrderLifeCycleTests {

    @Autowired
    OrderService orders;

    @Autowired
    InMemoryCatalog catalog;

    @Autowired
    OrderListeners listeners;

    @Autowired
    AsOrders asOrders;

    @Autowired
    StatementCounter statements;

    @Autowired
    WholeDatabase database;

    GivenOrders given;

    @BeforeEach
    void given() {
        given = new GivenOrders(orders);
    }

    @Test
    void cancelsOnceAndGivesTheStockBackOnce() {
        OrderDto order = given.placed();
        OrderDto cancelled = orders.cancel(order.id(), ExpectedVersion.of(0));
        assertThat(cancelled.status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(cancelled.version()).isEqualTo(1);
        assertThat(cancelled.lines()).isEqualTo(order.lines());
        assertThat(orders.cancel(order.id(), null)).isEqualTo(cancelled);
        assertThat(orders.order(order.id())).isEqualTo(cancelled);
        assertThat(catalog.releases()).containsOnlyOnce(List.of(order.id()));
        assertThatExceptionOfType(OrderCancelledException.class).isThrownBy(() -> orders.ship(order.id(), null));
    }

    @Test
    void shipsOnceAndTakesTheStockOnce() {
        OrderDto order = given.placed();
        OrderDto shipped = orders.ship(order.id(), null);
        assertThat(shipped.status()).isEqualTo(OrderStatus.SHIPPED);
        assertThat(orders.ship(order.id(), null)).isEqualTo(shipped);
        assertThat(catalog.consumed()).containsOnlyOnce(order.id());
        assertThatExceptionOfType(OrderShippedException.class).isThrownBy(() -> orders.cancel(order.id(), null));
    }

    @Test
    void announcesEachChangeOfStateOnce(AssertablePublishedEvents events) {
        OrderDto cancelled = orders.cancel(given.placed().id(), null);
        orders.cancel(cancelled.id(), null);
        OrderDto shipped = orders.ship(given.placed().id(), null);
        orders.ship(shipped.id(), null);
        assertThat(events.ofType(OrderCancelled.class))
                .containsExactly(new OrderCancelled(
                        cancelled.id(), cancelled.customer(), Objects.requireNonNull(cancelled.closedAt()), 1));
        assertThat(events.ofType(OrderShipped.class))
                .containsExactly(new OrderShipped(
                        shipped.id(), shipped.customer(), Objects.requireNonNull(shipped.closedAt()), 1));
    }

    @Test
    void announcesEachOrderOfADeactivatedCustomerThatItCancelsOnce(AssertablePublishedEvents events) {
        String customer = freshCustomer();
        OrderDto first = given.placedBy(customer);
        OrderDto second = given.placedBy(customer);
        orders.ship(given.placedBy(customer).id(), null);
        CustomerDeactivated deactivated = new CustomerDeactivated(customer, 4, Instant.now());
        hear(it -> it.on(deactivated));
        hear(it -> it.on(deactivated));
        assertThat(events.ofType(OrderCancelled.class))
                .extracting(OrderCancelled::id, OrderCancelled::customer, OrderCancelled::version)
                .containsExactlyInAnyOrder(tuple(first.id(), customer, 1L), tuple(second.id(), customer, 1L));
    }

    @Test
    void changesNothingAndRefusesNothingWhereNothingIsLeftToDo() {
        OrderDto shipped = orders.ship(given.placed().id(), ExpectedVersion.of(0));
        assertThat(orders.ship(shipped.id(), ExpectedVersion.of(0))).isEqualTo(shipped);
        assertThat(catalog.consumed()).containsOnlyOnce(shipped.id());
        assertThatExceptionOfType(OrderShippedException.class)
                .isThrownBy(() -> orders.cancel(shipped.id(), ExpectedVersion.of(0)));
    }

    @Test
    void refusesToCloseWhatTheCallerHasNotSeen() {
        OrderDto order = given.placed();
        assertThatExceptionOfType(StaleVersionException.class)
                .isThrownBy(() -> orders.cancel(order.id(), ExpectedVersion.of(7)));
        assertThat(orders.order(order.id()).status()).isEqualTo(OrderStatus.PLACED);
    }

    @Test
    void doesNotKnowAnOrderThatNobodyPlaced() {
        UUID id = UUID.randomUUID();
        assertThatExceptionOfType(UnknownOrderException.class).isThrownBy(() -> orders.order(id));
        assertThatExceptionOfType(UnknownOrderException.class).isThrownBy(() -> orders.cancel(id, null));
        assertThatExceptionOfType(UnknownOrderException.class).isThrownBy(() -> orders.ship(id, null));
    }

    @Test
    void isEitherShippedOrCancelledWhoeverAsksAtOnce() throws Exception {
        for (int round = 0; round < 20; round++) {
            UUID id = given.placed().id();
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                Callable<Boolean> ship = () -> succeeds(() -> orders.ship(id, null));
                Callable<Boolean> cancel = () -> succeeds(() -> orders.cancel(id, null));
                List<Future<Boolean>> results = threads.invokeAll(List.of(ship, cancel));
                assertThat(results.get(0).get()).isNotEqualTo(results.get(1).get());
            }
            boolean released =
                    catalog.releases().stream().anyMatch(it -> Set.copyOf(it).equals(Set.of(id)));
            assertThat(released).isNotEqualTo(catalog.consumed().contains(id));
            assertThat(orders.order(id).status()).isEqualTo(released ? OrderStatus.CANCELLED : OrderStatus.SHIPPED);
        }
    }

    @Test
    void cancelsAllOpenOrdersOfADeactivatedCustomerInOneCall(Scenario scenario) {
        String customer = freshCustomer();
        OrderDto first = given.placedBy(customer);
        OrderDto second = given.placedBy(customer);
        OrderDto shipped = orders.ship(given.placedBy(customer).id(), null);
        OrderDto other = given.placed();
        scenario.publish(new CustomerDeactivated(customer, 4, Instant.now()))
                .andWaitForStateChange(() -> statusOf(first) == OrderStatus.CANCELLED ? first : null)
                .andVerify(_ -> {
                    assertThat(statusOf(second)).isEqualTo(OrderStatus.CANCELLED);
                    assertThat(statusOf(shipped)).isEqualTo(OrderStatus.SHIPPED);
                    assertThat(statusOf(other)).isEqualTo(OrderStatus.PLACED);
                    assertThat(catalog.releases())
                            .filteredOn(it -> Set.copyOf(it).equals(Set.of(first.id(), second.id())))
                            .hasSize(1);
                });
    }

    @Test
    void leavesAloneWhatACustomerBoughtAfterTheirReactivation() {
        String customer = freshCustomer();
        OrderDto order = given.placedBy(customer);
        hear(it -> it.on(new CustomerDeactivated(customer, 2, Instant.now())));
        assertThat(statusOf(order)).isEqualTo(OrderStatus.PLACED);
    }

    @Test
    void tellsASkuFromTheEndOfAnother() {
        OrderDto order = orders.place(
                new PlaceOrder(
                        freshCustomer(), null, List.of(new RequestedLine("Z-21", 1), new RequestedLine("21", 1))),
                GivenOrders.freshKey());
        hear(it -> it.on(new ProductDiscontinued("Z-21", "Product", Instant.now(), 1)));
        hear(it -> it.on(new ProductDiscontinued("21", "Product", Instant.now(), 1)));
        assertThat(orders.order(order.id()).attention()).isEqualTo("Z-21 is discontinued; 21 is discontinued");
    }

    @Test
    void marksOpenOrdersThatHoldADiscontinuedProduct(Scenario scenario) {
        OrderDto open = given.placed();
        OrderDto shipped = orders.ship(given.placed().id(), null);
        scenario.publish(new ProductDiscontinued("A-2", "Product", Instant.now(), 1))
                .andWaitForStateChange(() -> orders.order(open.id()).attention())
                .andVerify(attention -> {
                    assertThat(attention).isEqualTo("A-2 is discontinued");
                    assertThat(orders.order(shipped.id()).attention()).isNull();
                });
        assertThat(orders.cancel(open.id(), null).attention()).isNull();
    }

    @Test
    void reactsToARepeatedEventOnlyOnce() {
        String customer = freshCustomer();
        OrderDto order = given.placedBy(customer);
        ProductDiscontinued discontinued = new ProductDiscontinued("A-1", "Product", Instant.now(), 1);
        hear(it -> it.on(discontinued));
        hear(it -> it.on(discontinued));
        OrderDto marked = orders.order(order.id());
        assertThat(marked.version()).isEqualTo(1);
        CustomerDeactivated deactivated = new CustomerDeactivated(customer, 4, Instant.now());
        hear(it -> it.on(deactivated));
        hear(it -> it.on(deactivated));
        assertThat(orders.order(order.id()).version()).isEqualTo(2);
    }

    @Test
    void cancelsAnyNumberOfOpenOrdersInOneStatementAndEntersThemInAnother() {
        for (int count : List.of(1, 20, 100)) {
            String customer = freshCustomer();
            for (int i = 0; i < count; i++) {
                given.placedBy(customer);
            }
            CustomerDeactivated event = new CustomerDeactivated(customer, 4, Instant.now());
            assertThat(statements.during(() -> hear(it -> it.on(event)))).hasCount(2);
            assertThat(catalog.releases().getLast()).hasSize(count);
        }
    }

    @Test
    void marksAnyNumberOfOpenOrdersInOneStatementAndEntersThemInAnother() {
        for (int count : List.of(1, 20, 100)) {
            String sku = "MARKED-" + count;
            for (int i = 0; i < count; i++) {
                placed(freshCustomer(), sku);
            }
            ProductDiscontinued event = new ProductDiscontinued(sku, "Product", Instant.now(), 1);
            assertThat(statements.during(() -> hear(it -> it.on(event)))).hasCount(2);
            assertThat(statements.during(() -> hear(it -> it.on(event)))).hasCount(1);
        }
    }

    @Test
    void leavesAnEntryInTheAuditTrailForEachChangeOfEachOrder() {
        String customer = freshCustomer();
        List<OrderDto> changed = List.of(placed(customer, "TRAIL-1"), placed(customer, "TRAIL-1"));
        hear(it -> it.on(new ProductDiscontinued("TRAIL-1", "Product", Instant.now(), 1)));
        hear(it -> it.on(new CustomerDeactivated(customer, 4, Instant.now())));
        assertThat(changed).allSatisfy(order -> {
            assertThat(trailOf(order, "action")).containsExactly("place", "mark", "cancel");
            assertThat(trailOf(order, "actor")).containsOnly("system");
            assertThat(trailOf(order, "request").get(1)).contains("TRAIL-1 is discontinued");
            assertThat(trailOf(order, "request").getLast()).contains(customer);
        });
        OrderDto shipped = orders.ship(given.placed().id(), null);
        assertThat(trailOf(shipped, "action")).containsExactly("place", "ship");
    }

    private OrderDto placed(String customer, String sku) {
        return orders.place(new PlaceOrder(customer, null, List.of(new RequestedLine(sku, 1))), GivenOrders.freshKey());
    }

    private List<String> trailOf(OrderDto order, String column) {
        return database.sql("select %s from audit.entry where module = 'orders' and subject = :id order by id"
                        .formatted(column))
                .param("id", order.id().toString())
                .query(String.class)
                .list();
    }

    /** In a transaction, as the registry does, but on this thread. */
    private void hear(Consumer<OrderListeners> event) {
        OrderListeners target = AopTestUtils.getTargetObject(listeners);
        asOrders.run(() -> event.accept(target));
    }

    private OrderStatus statusOf(OrderDto order) {
        return orders.order(order.id()).status();
    }

    private static boolean succeeds(Runnable transition) {
        try {
            transition.run();
            return true;
        } catch (OrderShippedException | OrderCancelledException e) {
            return false;
        }
    }
}
