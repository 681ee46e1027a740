package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.shop.catalog.CatalogService;
import com.example.shop.catalog.NewProduct;
import com.example.shop.catalog.RequestedLine;
import com.example.shop.customers.CustomerDeactivated;
import com.example.shop.customers.CustomerService;
import com.example.shop.customers.NewCustomer;
import com.example.shop.kernel.Money;
import com.example.shop.orders.IdempotencyKey;
import com.example.shop.orders.OrderDto;
import com.example.shop.orders.OrderService;
import com.example.shop.orders.OrderStatus;
import com.example.shop.orders.PlaceOrder;
import io.watertight.api.Actor;
import io.watertight.testing.WholeDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.modulith.events.core.EventSerializer;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Orders of a process that hears of customers and products from another. */
@SplitShopTest
class EventsAcrossProcessesTests extends ServiceContract {

    private static final String LISTENER = "orders.cancel-open-orders-of-deactivated-customer";
    private static final String SENDER = "events.send-to-other-processes";

    @Autowired
    CallingProcess caller;

    @Autowired
    CatalogService catalog;

    @Autowired
    CustomerService customers;

    @Autowired
    WholeDatabase database;

    @Autowired
    KafkaTemplate<String, String> broker;

    @Autowired
    EventSerializer serializer;

    @Autowired
    RestTestClient http;

    @Value("${spring.application.name}.customers.CustomerDeactivated")
    String topic;

    @Autowired
    TestAccounts accounts;

    @Test
    void theOrdersOfADeactivatedCustomerAreCancelled() {
        OrderDto order = placed();

        customers.deactivate(order.customer());

        soon().untilAsserted(
                        () -> assertThat(orders().order(order.id()).status()).isEqualTo(OrderStatus.CANCELLED));
        assertThat(publications(SENDER, order.customer()))
                .filteredOn(it -> it.contains("deactivatedAt"))
                .hasSize(1);
        assertThat(whoCancelled(order.id())).containsExactly(Actor.system().id());
    }

    @Test
    void theOrdersOfADiscontinuedProductAreMarked() {
        OrderDto order = placed();

        catalog.discontinue(order.lines().getFirst().sku());

        soon().untilAsserted(
                        () -> assertThat(orders().order(order.id()).attention()).contains("is discontinued"));
    }

    @Test
    void whatArrivesTwiceOrAfterALaterVersionIsDropped() {
        String customer = ShopClient.fresh("ED");

        arrives(customer, 7);
        arrives(customer, 7);
        arrives(customer, 6);
        arrives(customer, 8);

        soon().untilAsserted(() -> assertThat(publications(LISTENER, customer)).hasSize(2));
        assertThat(publications(LISTENER, customer))
                .allMatch(it -> it.contains("\"version\":7") || it.contains("\"version\":8"));
    }

    @Test
    void anEventOfALaterReleaseIsReadWithItsFurtherFields() {
        OrderDto order = placed();

        broker.send(
                        topic,
                        order.customer(),
                        "{\"number\":\"%s\",\"version\":9,\"deactivatedAt\":\"2026-01-01T00:00:00Z\",\"reason\":\"none\"}"
                                .formatted(order.customer()))
                .join();

        soon().untilAsserted(
                        () -> assertThat(orders().order(order.id()).status()).isEqualTo(OrderStatus.CANCELLED));
    }

    @Test
    void whatCannotBeReadWaitsInTheRegistryOfTheReceiverUntilItCan() {
        OrderDto order = placed();
        String unreadable = "{\"customer\":\"%s\"}".formatted(order.customer());

        broker.send(topic, order.customer(), unreadable + "\0").join();

        soon().untilAsserted(() -> assertThat(failureOf(order.customer())).contains("cannot be read"));
        assertThat(openPublications(http)).doesNotContain(idOf(order.customer()));
        RestTestClient receiver = caller.client("admin", accounts);
        assertThat(openPublications(receiver)).contains(idOf(order.customer()));

        database.sql(
                        "update events.event_publication set serialized_event = :event where serialized_event = :unreadable")
                .param(
                        "event",
                        serializer.serialize(deactivated(order.customer(), 9)).toString())
                .param("unreadable", unreadable)
                .update();
        receiver.post()
                .uri("/actuator/eventpublications")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("id", idOf(order.customer())))
                .exchange()
                .expectStatus()
                .isOk();
        soon().untilAsserted(
                        () -> assertThat(orders().order(order.id()).status()).isEqualTo(OrderStatus.CANCELLED));
    }

    @Test
    void whatABusyDatabaseDidNotTakeIsReadAgain() throws SQLException {
        OrderDto order = placed();
        try (Connection busy = database.dataSource().getConnection();
                Statement statement = busy.createStatement()) {
            busy.setAutoCommit(false);
            statement.execute("lock table events.received in exclusive mode");

            arrives(order.customer(), 9);

            // For longer than it waits for a lock; a publication of a failure would be out of turn.
            soon().during(Duration.ofSeconds(2))
                    .untilAsserted(() ->
                            assertThat(publications(LISTENER, order.customer())).isEmpty());
            busy.rollback();
        }

        soon().untilAsserted(
                        () -> assertThat(orders().order(order.id()).status()).isEqualTo(OrderStatus.CANCELLED));
    }

    @Test
    void theGroupOfAProcessIsNamedForItsModulesSoThatReplicasShareIt() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", TestBroker.address()))) {
            soon().untilAsserted(() -> assertThat(admin.listGroups().all().get())
                    .extracting(GroupListing::groupId)
                    .contains("shop.orders"));
        }
    }

    private void arrives(String customer, long version) {
        broker.send(
                        topic,
                        customer,
                        serializer.serialize(deactivated(customer, version)).toString())
                .join();
    }

    private static CustomerDeactivated deactivated(String customer, long version) {
        return new CustomerDeactivated(customer, version, Instant.EPOCH);
    }

    private List<String> publications(String listener, String about) {
        return database.sql("""
                        select serialized_event from events.event_publication
                         where listener_id = :listener and serialized_event like '%' || :about || '%'""")
                .param("listener", listener)
                .param("about", about)
                .query(String.class)
                .list();
    }

    private String failureOf(String about) {
        return database.sql(
                        "select coalesce(max(message), '') from events.failure where publication_id = cast(:id as uuid)")
                .param("id", idOf(about))
                .query(String.class)
                .single();
    }

    private String idOf(String about) {
        return database.sql("""
                        select coalesce(max(cast(id as text)), cast(gen_random_uuid() as text)) from events.event_publication
                         where listener_id = :listener and serialized_event like '%' || :about || '%'""")
                .param("listener", LISTENER)
                .param("about", about)
                .query(String.class)
                .single();
    }

    private List<String> whoCancelled(UUID order) {
        return database.sql("select actor from audit.entry where action = 'cancel' and subject = :id")
                .param("id", order.toString())
                .query(String.class)
                .list();
    }

    private static String openPublications(RestTestClient process) {
        return String.valueOf(process.get()
                .uri("/actuator/eventpublications")
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(String.class)
                .getResponseBody());
    }

    private OrderService orders() {
        return caller.service(OrderService.class);
    }

    private OrderDto placed() {
        String customer = ShopClient.fresh("EC");
        customers.register(new NewCustomer(customer, null, null, "Portugal"));
        String sku = ShopClient.fresh("EP");
        catalog.add(new NewProduct(sku, "A lamp", Money.of("2.5", "GBP"), 10));
        return orders().place(
                        new PlaceOrder(customer, null, List.of(new RequestedLine(sku, 4))),
                        new IdempotencyKey("max", UUID.randomUUID().toString()));
    }
}
