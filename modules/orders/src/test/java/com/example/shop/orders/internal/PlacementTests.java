package com.example.shop.orders.internal;

import static com.example.shop.orders.GivenOrders.freshCustomer;
import static com.example.shop.orders.GivenOrders.freshKey;
import static com.example.shop.orders.GivenOrders.orderOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.example.shop.catalog.InsufficientStockException;
import com.example.shop.catalog.RequestedLine;
import com.example.shop.customers.CustomerInactiveException;
import com.example.shop.customers.UnknownBuyerException;
import com.example.shop.kernel.Money;
import com.example.shop.orders.GivenOrders;
import com.example.shop.orders.IdempotencyKey;
import com.example.shop.orders.IdempotencyKeyReusedException;
import com.example.shop.orders.ImportedOrder;
import com.example.shop.orders.ImportedOrder.ImportedLine;
import com.example.shop.orders.InMemoryCatalog;
import com.example.shop.orders.MixedCurrenciesException;
import com.example.shop.orders.OrderDto;
import com.example.shop.orders.OrderInProgressException;
import com.example.shop.orders.OrderLineDto;
import com.example.shop.orders.OrderPlaced;
import com.example.shop.orders.OrderQuery;
import com.example.shop.orders.OrderService;
import com.example.shop.orders.OrderStatus;
import com.example.shop.orders.OrderTooLargeException;
import com.example.shop.orders.OrdersTest;
import com.example.shop.orders.PlaceOrder;
import io.watertight.testing.WholeDatabase;
import jakarta.validation.ConstraintViolationException;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.AssertablePublishedEvents;

@OrdersTest
class PlacementTests {

    @Autowired
    OrderService orders;

    @Autowired
    InMemoryCatalog catalog;

    @Autowired
    IdempotencyKeys keys;

    @Autowired
    PlacementSaga saga;

    @Autowired
    AsOrders asOrders;

    @Autowired
    WholeDatabase database;

    GivenOrders given;

    @BeforeEach
    void given() {
        given = new GivenOrders(orders);
    }

    @Test
    void writesDownNamesAndPricesLineByLine(AssertablePublishedEvents events) {
        OrderDto order = given.placed();
        assertThat(order.lines())
                .containsExactly(line("A-1", 2, "5.00"), line("A-2", 1, "2.50"), line("A-1", 3, "7.50"));
        assertThat(order.total()).isEqualTo(gbp("15.00"));
        assertThat(order.status()).isEqualTo(OrderStatus.PLACED);
        assertThat(order.deliveryCountry()).isEqualTo("EIRE");
        assertThat(orders.order(order.id())).isEqualTo(order);
        assertThat(catalog.confirmed()).contains(order.id());
        assertThat(events.ofType(OrderPlaced.class).matching(OrderPlaced::id, order.id()::equals))
                .hasSize(1);
    }

    @Test
    void writesDownNamesWithAnyCharacters() {
        List<RequestedLine> lines = Stream.of("NULL", "{A,\"B\"}", "C\\D", "E'F", "G;H", "\u00df\u20ac\ud83d\ude00")
                .map(it -> new RequestedLine(it, 1))
                .toList();
        OrderDto order = orders.place(new PlaceOrder(freshCustomer(), null, lines), freshKey());
        assertThat(orders.order(order.id())).isEqualTo(order);
        assertThat(order.lines()).extracting(OrderLineDto::name).contains("Product NULL", "Product {A,\"B\"}");
    }

    @Test
    void importsAgreedPricesDateAndCountry() {
        ImportedOrder agreed = new ImportedOrder(
                freshCustomer(),
                Instant.parse("2010-12-01T08:26:00.123456789Z"),
                "Channel Islands",
                List.of(new ImportedLine("A-1", 80_995, gbp("0.085")), new ImportedLine("A-1", 1, gbp("1.95"))));
        OrderDto order = orders.importOrder(agreed, freshKey());
        assertThat(order.total()).isEqualTo(gbp("6886.525"));
        assertThat(order.placedAt()).isEqualTo(Instant.parse("2010-12-01T08:26:00.123456Z"));
        assertThat(order.deliveryCountry()).isEqualTo("Channel Islands");
        assertThat(orders.order(order.id())).isEqualTo(order);
    }

    @Test
    void answersARepetitionWithTheFirstAnswerEvenIfTheOrderHasMovedOn() {
        IdempotencyKey key = freshKey();
        PlaceOrder request = orderOf(freshCustomer());
        OrderDto first = orders.place(request, key);
        assertThat(orders.place(request, key)).isEqualTo(first);
        orders.cancel(first.id(), null);
        assertThat(orders.place(request, key)).isEqualTo(first);
        assertThat(countOf(request.customer())).isEqualTo(1);
    }

    @Test
    void leavesOneEntryInTheAuditTrailHoweverOftenItIsRepeated() {
        IdempotencyKey key = freshKey();
        PlaceOrder request = orderOf(freshCustomer());
        OrderDto order = orders.place(request, key);
        orders.place(request, key);
        orders.place(request, key);
        assertThat(database.sql("select action from audit.entry where subject = :id")
                        .param("id", order.id().toString())
                        .query(String.class)
                        .list())
                .containsExactly("place");
    }

    @Test
    void refusesAKeyThatCameWithAnotherOrder() {
        IdempotencyKey key = freshKey();
        String customer = freshCustomer();
        orders.place(orderOf(customer), key);
        PlaceOrder other = new PlaceOrder(customer, null, List.of(new RequestedLine("A-1", 1)));
        assertThatExceptionOfType(IdempotencyKeyReusedException.class).isThrownBy(() -> orders.place(other, key));
        assertThat(countOf(customer)).isEqualTo(1);
    }

    @Test
    void recognisesARequestAlsoAfterAReleaseThatAddedFieldsToIt() {
        IdempotencyKey key = freshKey();
        Placement first = placement(new Request("C-1", 2), key);
        asOrders.run(() -> assertThat(keys.claim(first, null)).isEmpty());
        Placement later = placement(new LaterRequest(null, "C-1", List.of(), null, 2), key);
        asOrders.run(() -> assertThat(keys.claim(later, null)).contains(first.id()));
        Placement other = placement(new LaterRequest("gift", "C-1", List.of(), null, 2), key);
        assertThatExceptionOfType(IdempotencyKeyReusedException.class)
                .isThrownBy(() -> asOrders.run(() -> keys.claim(other, null)));
    }

    private static Placement placement(Record request, IdempotencyKey key) {
        return new Placement(UUID.randomUUID(), orderOf("C-1"), List.of(), Instant.now(), request, key);
    }

    record Request(String customer, int quantity) {}

    record LaterRequest(
            @Nullable String packing,
            String customer,
            List<String> notes,
            @Nullable String colour,
            int quantity) {}

    @Test
    void letsTwoCallersUseTheSameKey() {
        String customer = freshCustomer();
        orders.place(orderOf(customer), new IdempotencyKey("one", "key"));
        orders.place(orderOf(customer), new IdempotencyKey("two", "key"));
        assertThat(countOf(customer)).isEqualTo(2);
    }

    @Test
    void doesNotRememberAnAttemptThatFailed() {
        IdempotencyKey key = freshKey();
        String customer = freshCustomer();
        PlaceOrder tooMuch = new PlaceOrder(customer, null, List.of(new RequestedLine("SHORT-1", 1)));
        assertThatExceptionOfType(InsufficientStockException.class).isThrownBy(() -> orders.place(tooMuch, key));
        orders.place(orderOf(customer), key);
        assertThat(countOf(customer)).isEqualTo(1);
    }

    @Test
    void placesOneOrderForManySimultaneousRepetitions() throws Exception {
        IdempotencyKey key = freshKey();
        PlaceOrder request = orderOf(freshCustomer());
        List<OrderDto> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<OrderDto> attempt = () -> orders.place(request, key);
            for (Future<OrderDto> answer :
                    threads.invokeAll(Stream.generate(() -> attempt).limit(20).toList())) {
                answers.add(answer.get());
            }
        }
        assertThat(answers).hasSize(20).containsOnly(answers.getFirst());
        assertThat(countOf(request.customer())).isEqualTo(1);
    }

    @Test
    void forgetsAKeyAfterItsLifetime() {
        IdempotencyKey key = freshKey();
        String customer = freshCustomer();
        orders.place(orderOf(customer), key);
        database.sql("update orders.idempotency_key set claimed_at = claimed_at - interval '7 days' where key = :key")
                .param("key", key.value())
                .update();
        orders.place(orderOf(customer), key);
        assertThat(countOf(customer)).isEqualTo(2);
        database.sql("update orders.idempotency_key set claimed_at = claimed_at - interval '8 days' where key = :key")
                .param("key", key.value())
                .update();
        keys.forgetOld();
        assertThat(database.sql("select count(*) from orders.idempotency_key where key = :key")
                        .param("key", key.value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void leavesKeysThatAnotherInstanceIsForgetting() throws SQLException {
        IdempotencyKey key = freshKey();
        orders.place(orderOf(freshCustomer()), key);
        String old = "from orders.idempotency_key where key = '%s'".formatted(key.value());
        database.sql("update orders.idempotency_key set claimed_at = claimed_at - interval '8 days' where key = :key")
                .param("key", key.value())
                .update();
        try (Connection other = database.dataSource().getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("delete " + old);
            assertThatNoException().isThrownBy(keys::forgetOld);
            other.rollback();
        }
        keys.forgetOld();
        assertThat(database.sql("select count(*) " + old).query(Long.class).single())
                .isZero();
    }

    @Test
    void undoesWhatWasLeftOpenWhenTheModulesRanInSeveralProcesses() {
        IdempotencyKey key = freshKey();
        PlaceOrder request = orderOf(freshCustomer());
        Placement left = Placement.of(request, key, Instant.now());
        asOrders.run(() -> keys.claim(left, Duration.ofHours(1)));
        assertThatExceptionOfType(OrderInProgressException.class).isThrownBy(() -> orders.place(request, key));
        database.sql("update orders.idempotency_key set deadline = now() where key = :key")
                .param("key", key.value())
                .update();
        saga.undoOverdue();
        assertThat(orders.place(request, key).id()).isNotEqualTo(left.id());
        assertThat(catalog.releases()).contains(List.of(left.id()));
    }

    @Test
    void passesOnWhyTheCustomerMayNotBuy() {
        assertThatExceptionOfType(UnknownBuyerException.class).isThrownBy(() -> given.placedBy("NOBODY"));
        assertThatExceptionOfType(CustomerInactiveException.class).isThrownBy(() -> given.placedBy("INACTIVE"));
    }

    @Test
    void refusesSeveralCurrenciesInOneOrder() {
        PlaceOrder mixed = new PlaceOrder(
                freshCustomer(), null, List.of(new RequestedLine("A-1", 1), new RequestedLine("EUR-1", 1)));
        assertThatExceptionOfType(MixedCurrenciesException.class).isThrownBy(() -> orders.place(mixed, freshKey()));
    }

    @Test
    void refusesATotalThatCannotBeCounted() {
        for (String price : List.of("999999999999", "1000.0001")) {
            ImportedOrder huge = new ImportedOrder(
                    freshCustomer(), Instant.EPOCH, null, List.of(new ImportedLine("A-1", 1_000_000, gbp(price))));
            assertThatExceptionOfType(OrderTooLargeException.class)
                    .isThrownBy(() -> orders.importOrder(huge, freshKey()));
        }
    }

    @Test
    void refusesAnOrderFromTheFuture() {
        ImportedOrder early = new ImportedOrder(
                freshCustomer(), Instant.now().plusSeconds(3600), null, List.of(new ImportedLine("A-1", 1, gbp("1"))));
        assertThatExceptionOfType(ConstraintViolationException.class)
                .isThrownBy(() -> orders.importOrder(early, freshKey()))
                .withMessageContaining("placedAt");
    }

    private long countOf(String customer) {
        return orders.search(new OrderQuery(customer, null, null, null, null, 10, null))
                .items()
                .size();
    }

    private static OrderLineDto line(String sku, int quantity, String total) {
        return new OrderLineDto(sku, "Product " + sku, quantity, gbp("2.50"), gbp(total));
    }

    private static Money gbp(String amount) {
        return Money.of(amount, "GBP");
    }
}
