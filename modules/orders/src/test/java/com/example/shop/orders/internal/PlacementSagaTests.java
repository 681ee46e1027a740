package com.example.shop.orders.internal;

import static com.example.shop.orders.GivenOrders.freshCustomer;
import static com.example.shop.orders.GivenOrders.freshKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.example.shop.catalog.InsufficientStockException;
import com.example.shop.catalog.ProductDiscontinued;
import com.example.shop.catalog.ProductsDiscontinuedException;
import com.example.shop.catalog.RequestedLine;
import com.example.shop.customers.CustomerDeactivated;
import com.example.shop.customers.CustomerInactiveException;
import com.example.shop.customers.UnknownBuyerException;
import com.example.shop.kernel.Money;
import com.example.shop.orders.GivenOrders;
import com.example.shop.orders.IdempotencyKey;
import com.example.shop.orders.IdempotencyKeyReusedException;
import com.example.shop.orders.ImportedOrder;
import com.example.shop.orders.ImportedOrder.ImportedLine;
import com.example.shop.orders.MixedCurrenciesException;
import com.example.shop.orders.OrderDto;
import com.example.shop.orders.OrderInProgressException;
import com.example.shop.orders.OrderPlaced;
import com.example.shop.orders.OrderQuery;
import com.example.shop.orders.OrderService;
import com.example.shop.orders.OrderStatus;
import com.example.shop.orders.OrderSummaryDto;
import com.example.shop.orders.OrdersTest;
import com.example.shop.orders.PlaceOrder;
import com.example.shop.orders.RemotePeers;
import com.example.shop.orders.RemotePeers.Crash;
import com.example.shop.orders.UnknownOrderException;
import io.watertight.api.Problem;
import io.watertight.testing.WholeDatabase;
import io.watertight.testing.statements.StatementCounter;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.modulith.test.AssertablePublishedEvents;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.util.AopTestUtils;
import org.springframework.test.web.servlet.client.RestTestClient;

@OrdersTest
@Import(RemotePeers.class)
@TestPropertySource(properties = "orders.patience=300ms")
class PlacementSagaTests {

    @Autowired
    OrderService orders;

    @Autowired
    PlacementSaga saga;

    @Autowired
    OrderListeners listeners;

    @Autowired
    RemotePeers peers;

    @Autowired
    RemotePeers.Catalog catalog;

    @Autowired
    RemotePeers.Customers customers;

    @Autowired
    AsOrders asOrders;

    @Autowired
    WholeDatabase database;

    @Autowired
    StatementCounter statements;

    @Autowired
    FailedEventPublications publications;

    @Autowired
    RestTestClient http;

    String customer;
    PlaceOrder request;
    IdempotencyKey key;

    @BeforeEach
    void given() {
        customer = freshCustomer();
        request = GivenOrders.orderOf(customer);
        key = freshKey();
    }

    @AfterEach
    void letGo() {
        peers.bringTogether(false);
    }

    @Test
    void placesAnOrderThatHoldsItsStock(AssertablePublishedEvents events) {
        OrderDto order = orders.place(request, key);
        assertThat(orders.order(order.id())).isEqualTo(order);
        assertThat(orders.place(request, key)).isEqualTo(order);
        assertThat(catalog.reservation(order.id())).isEqualTo("CONFIRMED");
        assertThat(events.ofType(OrderPlaced.class).matching(OrderPlaced::id, order.id()::equals))
                .hasSize(1);
        assertThat(trailOf(order)).containsExactly("place");
    }

    @Test
    void importsAtAgreedPrices() {
        ImportedOrder agreed = new ImportedOrder(
                customer, Instant.EPOCH, null, List.of(new ImportedLine("A-1", 1, Money.of("0.085", "GBP"))));
        OrderDto order = orders.importOrder(agreed, key);
        assertThat(order.total()).isEqualTo(Money.of("0.085", "GBP"));
        assertThat(orders.importOrder(agreed, key)).isEqualTo(order);
        assertThat(trailOf(order)).containsExactly("importOrder");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 500})
    void placesAnOrderOfAnyLengthInFourStatements(int lines) {
        PlaceOrder order = orderOf(
                customer, IntStream.range(0, lines).mapToObj(it -> "L-" + it).toArray(String[]::new));
        assertThat(statements.during(() -> orders.place(order, key))).hasCount(4);
    }

    @AtEachCall
    void undoesWhatACrashedProcessLeftBehind(String point) {
        peers.once(point, () -> {
            throw new Crash();
        });
        assertThatExceptionOfType(Error.class).isThrownBy(() -> orders.place(request, key));
        UUID abandoned = openOrder();
        assertThatExceptionOfType(UnknownOrderException.class).isThrownBy(() -> orders.order(abandoned));
        assertThatExceptionOfType(OrderInProgressException.class).isThrownBy(() -> orders.place(request, key));
        saga.undoOverdue();
        assertThat(openOrder()).isEqualTo(abandoned);
        timePasses();
        saga.undoOverdue();
        assertThat(catalog.holders()).doesNotContain(abandoned);
        OrderDto order = orders.place(request, key);
        assertThat(order.id()).isNotEqualTo(abandoned);
        assertThat(placed()).extracting(OrderSummaryDto::id).containsExactly(order.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"before release", "after release"})
    void undoesAgainWhatAnUndoingProcessLeftBehind(String point) {
        crash("after confirm");
        UUID abandoned = openOrder();
        timePasses();
        peers.once(point, () -> {
            throw new Crash();
        });
        assertThatExceptionOfType(Error.class).isThrownBy(saga::undoOverdue);
        assertThatExceptionOfType(OrderInProgressException.class).isThrownBy(() -> orders.place(request, key));
        timePasses();
        saga.undoOverdue();
        assertThat(catalog.reservation(abandoned)).isEqualTo("RELEASED");
        assertThat(orders.place(request, key).id()).isNotEqualTo(abandoned);
    }

    @AtEachCall
    void undoesAtOnceWhatDidNotGetAnAnswer(String point) {
        List<UUID> before = catalog.holders();
        peers.once(point, () -> {
            throw new IllegalStateException("timed out");
        });
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> orders.place(request, key));
        assertThat(catalog.holders()).hasSameElementsAs(before);
        orders.place(request, key);
        assertThat(placed()).hasSize(1);
    }

    /** Only storing the order may have succeeded without an answer. */
    @Test
    void undoesAtOnceWhatCouldNotBeReserved() {
        peers.once("before reserve", () -> {
            throw new CannotAcquireLockException("a locked row of the stock");
        });
        assertThatExceptionOfType(CannotAcquireLockException.class).isThrownBy(() -> orders.place(request, key));
        assertThat(orders.place(request, key)).isNotNull();
    }

    /** A statement that waits in vain for a lock is answered: nothing was stored. */
    @Test
    void undoesAtOnceWhatCouldNotBeStoredForALock() throws SQLException {
        try (Connection other = database.dataSource().getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table orders.\"order\" in share mode");
            assertThatExceptionOfType(CannotAcquireLockException.class).isThrownBy(() -> orders.place(request, key));
        }
        assertThat(rowsOfKey()).isZero();
        assertThat(orders.place(request, key)).isNotNull();
    }

    @Test
    void leavesNoTraceOfAnExpectedFailure() {
        refused(UnknownBuyerException.class, GivenOrders.orderOf("NOBODY"));
        refused(CustomerInactiveException.class, GivenOrders.orderOf("INACTIVE"));
        refused(InsufficientStockException.class, orderOf(customer, "SHORT-1"));
        refused(MixedCurrenciesException.class, orderOf(customer, "A-1", "EUR-1"));
        orders.place(request, key);
        assertThat(placed()).hasSize(1);
    }

    private void refused(Class<? extends Exception> reason, PlaceOrder order) {
        List<UUID> before = catalog.holders();
        assertThatExceptionOfType(reason).isThrownBy(() -> orders.place(order, key));
        assertThat(rowsOfKey()).isZero();
        assertThat(catalog.holders()).hasSameElementsAs(before);
    }

    @Test
    void undoesLaterWhatCannotBeUndoneNow() {
        peers.once("after reserve", () -> {
            throw new IllegalStateException("timed out");
        });
        peers.once("before release", () -> {
            throw new IllegalStateException("timed out");
        });
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> orders.place(request, key));
        UUID abandoned = openOrder();
        timePasses();
        saga.undoOverdue();
        assertThat(catalog.reservation(abandoned)).isEqualTo("RELEASED");
        assertThat(rowsOfKey()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"before buyer", "before reserve", "after reserve", "after confirm"})
    void failsAnOwnerWhoWasTooSlow(String point) {
        List<UUID> before = catalog.holders();
        peers.once(point, () -> {
            timePasses();
            saga.undoOverdue();
        });
        assertThatExceptionOfType(OrderInProgressException.class).isThrownBy(() -> orders.place(request, key));
        assertThat(catalog.holders()).hasSameElementsAs(before);
        assertThat(placed()).isEmpty();
        orders.place(request, key);
        assertThat(placed()).hasSize(1);
    }

    @Test
    void failsAnOwnerWhoIsTooSlowBeforeAnybodyHasNoticed() {
        List<UUID> before = catalog.holders();
        peers.once("after confirm", this::timePasses);
        assertThatExceptionOfType(OrderInProgressException.class).isThrownBy(() -> orders.place(request, key));
        assertThat(catalog.holders()).hasSameElementsAs(before);
        assertThat(rowsOfKey()).isZero();
    }

    @Test
    void leavesTheNewAttemptAloneWhenTheOldOneWakesUp() {
        OrderDto[] second = new OrderDto[1];
        peers.once("after reserve", () -> {
            timePasses();
            saga.undoOverdue();
            second[0] = asAnotherProcess();
        });
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> orders.place(request, key));
        assertThat(catalog.reservation(second[0].id())).isEqualTo("CONFIRMED");
        assertThat(orders.place(request, key)).isEqualTo(second[0]);
    }

    @Test
    void undoesEverythingThatIsOverdue() {
        crash("after confirm");
        timePasses();
        database.sql("""
                insert into orders.idempotency_key (caller, key, fingerprint, order_id, claimed_at, state, deadline, request)
                select caller, key || n, fingerprint, gen_random_uuid(), claimed_at, state, deadline, request
                  from orders.idempotency_key
                 cross join generate_series(1, 250) n
                 where key = :key""").param("key", key.value()).update();
        saga.undoOverdue();
        assertThat(database.sql("select count(*) from orders.idempotency_key where key like :key || '%'")
                        .param("key", key.value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void undoesAtOnceWhatTheDatabaseRefuses() {
        List<UUID> before = catalog.holders();
        database.sql("alter table orders.\"order\" add constraint refused check (false) not valid")
                .update();
        try {
            assertThatExceptionOfType(DataIntegrityViolationException.class)
                    .isThrownBy(() -> orders.place(request, key));
        } finally {
            database.sql("alter table orders.\"order\" drop constraint refused").update();
        }
        assertThat(catalog.holders()).hasSameElementsAs(before);
        assertThat(rowsOfKey()).isZero();
    }

    @Test
    void undoesNothingTwiceAtOnce() throws Exception {
        crash("after confirm");
        timePasses();
        int calls = catalog.releaseCalls();
        atOnce(5, () -> {
            saga.undoOverdue();
            return true;
        });
        assertThat(catalog.releaseCalls()).isEqualTo(calls + 1);
    }

    @Test
    void tellsAClientToRepeatTheRequestShortly() {
        key = new IdempotencyKey("system", key.value());
        crash("after reserve");
        http.post()
                .uri("/api/orders")
                .header("Idempotency-Key", key.value())
                .body(request)
                .exchange()
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .exists(HttpHeaders.RETRY_AFTER)
                .expectBody()
                .jsonPath("$.type")
                .value(it -> assertThat(it.toString()).endsWith("order-in-progress"));
    }

    @Test
    void refusesAnOpenKeyThatCameWithAnotherOrder() {
        crash("after reserve");
        assertThatExceptionOfType(IdempotencyKeyReusedException.class)
                .isThrownBy(() -> orders.place(orderOf(customer, "A-7"), key));
    }

    @Test
    void placesOneOrderForManySimultaneousRepetitions() throws Exception {
        List<OrderDto> answers = atOnce(20, this::persistently);
        assertThat(answers).hasSize(20).containsOnly(answers.getFirst());
        assertThat(placed()).hasSize(1);
    }

    @Test
    void doesNotPlaceTheOrderOfACustomerWhoIsDeactivatedMeanwhile() {
        peers.once("after buyer", () -> deactivate(customer));
        isGivenUp(request);
        assertThatExceptionOfType(CustomerInactiveException.class).isThrownBy(() -> orders.place(request, key));
    }

    @Test
    void doesNotPlaceTheOrderOfAProductThatIsDiscontinuedMeanwhile() {
        PlaceOrder order = orderOf(customer, "A-1", "MEANWHILE");
        peers.once("after confirm", () -> discontinue("MEANWHILE"));
        isGivenUp(order);
        assertThatExceptionOfType(ProductsDiscontinuedException.class).isThrownBy(() -> orders.place(order, key));
    }

    @Test
    void placesTheOrderWhateverHappensToOtherCustomersAndProducts() {
        peers.once("after confirm", () -> {
            deactivate("x" + customer);
            discontinue("-1");
        });
        orders.place(request, key);
        assertThat(placed()).hasSize(1);
    }

    private void isGivenUp(PlaceOrder order) {
        List<UUID> before = catalog.holders();
        assertThatExceptionOfType(OrderInProgressException.class).isThrownBy(() -> orders.place(order, key));
        assertThat(catalog.holders()).hasSameElementsAs(before);
        assertThat(rowsOfKey()).isZero();
    }

    private void deactivate(String number) {
        customers.bar(number);
        hear(it -> it.on(new CustomerDeactivated(number, 4, Instant.now())));
    }

    private void discontinue(String sku) {
        catalog.end(sku);
        hear(it -> it.on(new ProductDiscontinued(sku, "Product", Instant.now(), 1)));
    }

    @Test
    void endsAsIfEitherCameFirstWhenACustomerIsDeactivatedAtOnce() throws Exception {
        List<OrderSummaryDto> stored = new ArrayList<>();
        for (int round = 0; goesOn(round, stored); round++) {
            String buyer = freshCustomer();
            Duration start = Duration.ofMillis(round);
            atOnce(
                    () -> attempt(
                            () -> orders.place(GivenOrders.orderOf(buyer), freshKey()),
                            CustomerInactiveException.class),
                    () -> {
                        Thread.sleep(start);
                        deactivate(buyer);
                        return true;
                    });
            stored.addAll(placedBy(buyer));
        }
        assertThat(stored).isNotEmpty().extracting(OrderSummaryDto::status).containsOnly(OrderStatus.CANCELLED);
    }

    @Test
    void endsAsIfEitherCameFirstWhenAProductIsDiscontinuedAtOnce() throws Exception {
        List<OrderSummaryDto> stored = new ArrayList<>();
        for (int round = 0; goesOn(round, stored); round++) {
            String buyer = freshCustomer();
            String sku = "ENDED-" + buyer;
            Duration start = Duration.ofMillis(round);
            atOnce(
                    () -> attempt(
                            () -> orders.place(orderOf(buyer, sku), freshKey()), ProductsDiscontinuedException.class),
                    () -> {
                        Thread.sleep(start);
                        discontinue(sku);
                        return true;
                    });
            assertThat(placedBy(buyer))
                    .extracting(OrderSummaryDto::attention)
                    .allMatch((sku + " is discontinued")::equals);
            stored.addAll(placedBy(buyer));
        }
        assertThat(stored).isNotEmpty();
    }

    /** In each round the order has a longer start than in the one before, so that it comes first in some of them. */
    private static boolean goesOn(int round, List<OrderSummaryDto> stored) {
        return round < 20 || round < 200 && stored.isEmpty();
    }

    @Test
    void givesTheStockBackAfterTheCommitUntilThatSucceeds() {
        OrderDto order = orders.place(request, key);
        peers.once("before release", () -> {
            throw new IllegalStateException("timed out");
        });
        assertThat(orders.cancel(order.id(), null).status()).isEqualTo(OrderStatus.CANCELLED);
        awaitFailed(order);
        assertThat(catalog.reservation(order.id())).isEqualTo("CONFIRMED");
        resubmit();
        await().untilAsserted(() -> assertThat(catalog.reservation(order.id())).isEqualTo("RELEASED"));
    }

    @Test
    void takesTheStockAfterTheCommit() {
        OrderDto order = orders.place(request, key);
        orders.ship(order.id(), null);
        await().untilAsserted(() -> assertThat(catalog.reservation(order.id())).isEqualTo("CONSUMED"));
    }

    @Test
    void givesTheStockOfADeactivatedCustomerBackAfterTheCommit() {
        OrderDto order = orders.place(request, key);
        hear(it -> it.on(new CustomerDeactivated(customer, 4, Instant.now())));
        await().untilAsserted(() -> assertThat(catalog.reservation(order.id())).isEqualTo("RELEASED"));
    }

    @Test
    void deliversWhatIsDueWhenTheModulesShareAProcessAgain() {
        OrderDto order = orders.place(request, key);
        peers.once("before release", () -> {
            throw new IllegalStateException("timed out");
        });
        orders.cancel(order.id(), null);
        awaitFailed(order);
        peers.bringTogether(true);
        resubmit();
        await().untilAsserted(() -> assertThat(catalog.reservation(order.id())).isEqualTo("RELEASED"));
        await().untilAsserted(() -> assertThat(publicationsOf(order)).containsOnly("COMPLETED"));
    }

    private void crash(String point) {
        peers.once(point, () -> {
            throw new Crash();
        });
        assertThatExceptionOfType(Error.class).isThrownBy(() -> orders.place(request, key));
    }

    /** Past the command's bulkhead, which only requests to one process share. */
    private OrderDto asAnotherProcess() {
        Order placed = saga.place("place", Placement.of(request, key, Instant.now()));
        return orders.order(placed.id());
    }

    private OrderDto persistently() {
        while (true) {
            try {
                return asAnotherProcess();
            } catch (OrderInProgressException e) {
                // As the answer says: the same request again.
            }
        }
    }

    private void timePasses() {
        database.sql("update orders.idempotency_key set deadline = now() - interval '1 second' where key = :key")
                .param("key", key.value())
                .update();
    }

    private UUID openOrder() {
        return database.sql("select order_id from orders.idempotency_key where key = :key and state <> 'PLACED'")
                .param("key", key.value())
                .query(UUID.class)
                .single();
    }

    private long rowsOfKey() {
        return database.sql("select count(*) from orders.idempotency_key where key = :key")
                .param("key", key.value())
                .query(Long.class)
                .single();
    }

    private List<String> trailOf(OrderDto order) {
        return database.sql("select action from audit.entry where subject = :id order by id")
                .param("id", order.id().toString())
                .query(String.class)
                .list();
    }

    private void awaitFailed(OrderDto order) {
        await().untilAsserted(() -> assertThat(publicationsOf(order)).contains("FAILED"));
    }

    private List<String> publicationsOf(OrderDto order) {
        return database.sql("select status from events.event_publication where serialized_event like :order")
                .param("order", "%" + order.id() + "%")
                .query(String.class)
                .list();
    }

    private void resubmit() {
        database.sql("update events.event_publication set next_attempt_at = now() - interval '1 second'"
                        + " where status = 'FAILED'")
                .update();
        publications.resubmit(ResubmissionOptions.defaults());
    }

    private List<OrderSummaryDto> placed() {
        return placedBy(customer);
    }

    private List<OrderSummaryDto> placedBy(String number) {
        return orders.search(new OrderQuery(number, null, null, null, null, 10, null))
                .items();
    }

    private static PlaceOrder orderOf(String customer, String... skus) {
        return new PlaceOrder(
                customer,
                null,
                List.of(skus).stream().map(it -> new RequestedLine(it, 1)).toList());
    }

    private void hear(Consumer<OrderListeners> event) {
        OrderListeners target = AopTestUtils.getTargetObject(listeners);
        asOrders.run(() -> event.accept(target));
    }

    private static boolean attempt(Runnable placing, Class<? extends Exception> refusal) {
        try {
            placing.run();
            return true;
        } catch (RuntimeException e) {
            assertThat(e).isInstanceOfAny(refusal, OrderInProgressException.class);
            return false;
        }
    }

    private static <T> List<T> atOnce(int times, Callable<T> work) throws Exception {
        return atOnce(IntStream.range(0, times).mapToObj(_ -> work).toList());
    }

    private static void atOnce(Callable<Boolean> one, Callable<Boolean> other) throws Exception {
        atOnce(List.of(one, other));
    }

    private static <T> List<T> atOnce(List<Callable<T>> work) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> results = threads.invokeAll(work);
            List<T> values = new ArrayList<>();
            for (Future<T> result : results) {
                values.add(result.get());
            }
            return values;
        }
    }

    /** Before and after each call of another process. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @ParameterizedTest
    @ValueSource(
            strings = {
                "before buyer",
                "after buyer",
                "before reserve",
                "after reserve",
                "before confirm",
                "after confirm",
            })
    @interface AtEachCall {}
}
