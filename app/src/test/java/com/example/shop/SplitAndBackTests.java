package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import io.watertight.testing.WholeDatabase;
import io.watertight.testing.processes.ProcessKeys;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.modulith.events.core.EventSerializer;

/** A shop that is split into two processes on its database, and becomes one again, while events are under way. */
@ShopTest
@SeveralProcesses
class SplitAndBackTests extends ServiceContract {

    private static final String DATABASE = "split_and_back";
    private static final String FRONT = "split_front";
    private static final String ORDERS = "split_orders";

    @Autowired
    WholeDatabase server;

    @Autowired
    JdbcConnectionDetails database;

    private final ProcessKeys keys = ProcessKeys.of(DATABASE, CallingProcess.KEYS);

    @BeforeEach
    void create() {
        server.sql("""
                        create database %s owner migrator template template0
                        encoding 'UTF8' locale_provider builtin builtin_locale 'C.UTF-8'""".formatted(DATABASE)).update();
        for (String login : List.of(FRONT, ORDERS)) {
            server.sql("create role %s login noinherit password '%s'".formatted(login, login))
                    .update();
        }
    }

    @AfterEach
    void drop() {
        server.sql("drop database %s with (force)".formatted(DATABASE)).update();
        server.sql("drop role %s, %s".formatted(FRONT, ORDERS)).update();
    }

    @Test
    void noEventIsLostAtTheSplitWhileTheBrokerIsAwayAndOnTheWayBack() throws IOException {
        EmbeddedKafkaBroker broker = TestBroker.start();
        AtomicBoolean away = new AtomicBoolean(true);
        OrderDto atTheSplit;
        OrderDto whileTheBrokerIsAway;
        OrderDto onTheWayBack;
        try (ConfigurableApplicationContext one = start(
                "--watertight.events.retry-interval=1h",
                "--watertight.data.logins=%s=!orders\n%s=orders".formatted(FRONT, ORDERS))) {
            atTheSplit = placed(one);
            whileTheBrokerIsAway = placed(one);
            onTheWayBack = placed(one);
            leaveOutstanding(new CustomerDeactivated(atTheSplit.customer(), 1, Instant.now()), one);
        }

        try (ServerSocket gate = forward(broker.getBrokersAsString(), away);
                ConfigurableApplicationContext customers = startWithoutMigrator(
                        FRONT,
                        "--watertight.modules=catalog,customers,demo",
                        "--watertight.process.peers.orders=file:" + keys.publicKey(),
                        "--SHOP_KAFKA=localhost:" + gate.getLocalPort());
                ConfigurableApplicationContext orders = startWithoutMigrator(
                        ORDERS,
                        "--watertight.modules=orders",
                        "--watertight.process.private-key=file:" + keys.privateKey(),
                        "--watertight.remote.catalog.url=" + addressOf(customers),
                        "--watertight.remote.customers.url=" + addressOf(customers),
                        "--SHOP_KAFKA=localhost:" + gate.getLocalPort())) {
            awaitCancelled(atTheSplit, orders);
            assertThat(statusOf(placed(customers, orders), orders)).isEqualTo(OrderStatus.PLACED);

            // The producer waits for ten seconds.
            assertThat(deactivating(whileTheBrokerIsAway, customers)).isLessThan(Duration.ofSeconds(8));
            away.set(false);
            awaitCancelled(whileTheBrokerIsAway, orders);
            away.set(true);
            broker.destroy();

            deactivating(onTheWayBack, customers);
            assertThat(statusOf(onTheWayBack, orders)).isEqualTo(OrderStatus.PLACED);
        }

        try (ConfigurableApplicationContext one = startRetryingSoon()) {
            awaitCancelled(onTheWayBack, one);
        }
    }

    private ConfigurableApplicationContext startWithoutMigrator(String login, String... settings) {
        return startRetryingSoon(Stream.concat(
                        Stream.of(
                                "--spring.datasource.username=" + login,
                                "--spring.datasource.password=" + login,
                                "--watertight.data.migrate=false",
                                "--spring.flyway.user=nobody",
                                "--spring.flyway.password="),
                        Arrays.stream(settings))
                .toArray(String[]::new));
    }

    private ConfigurableApplicationContext startRetryingSoon(String... settings) {
        return start(Stream.concat(
                        Stream.of(
                                "--watertight.events.retry-interval=1s",
                                "--watertight.events.back-off=1s",
                                "--watertight.events.pick-up-after=1s",
                                "--watertight.events.heartbeat=1s",
                                "--watertight.events.dead-after=3s",
                                "--spring.kafka.producer.properties.max.block.ms=10000"),
                        Arrays.stream(settings))
                .toArray(String[]::new));
    }

    private ConfigurableApplicationContext start(String... settings) {
        ConfigurableApplicationContext process =
                CallingProcess.start(database.getJdbcUrl().replaceFirst("[^/?]*(?=\\?|$)", DATABASE), settings);
        actAsAClerk();
        return process;
    }

    /** As if the process had ended before its listener began. */
    private static void leaveOutstanding(CustomerDeactivated event, ApplicationContext process) {
        process.getBean(JdbcClient.class)
                .sql("""
                        insert into events.event_publication (id, listener_id, event_type, serialized_event, publication_date,
                               status, completion_attempts)
                        values (gen_random_uuid(), 'orders.cancel-open-orders-of-deactivated-customer', :type, :event, now(),
                                'PUBLISHED', 1)""")
                .param("type", event.getClass().getName())
                .param(
                        "event",
                        process.getBean(EventSerializer.class).serialize(event).toString())
                .update();
    }

    private static Duration deactivating(OrderDto order, ApplicationContext process) {
        Instant begin = Instant.now();
        process.getBean(CustomerService.class).deactivate(order.customer());
        return Duration.between(begin, Instant.now());
    }

    private static void awaitCancelled(OrderDto order, ApplicationContext process) {
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(statusOf(order, process)).isEqualTo(OrderStatus.CANCELLED));
    }

    private static OrderStatus statusOf(OrderDto order, ApplicationContext process) {
        return process.getBean(OrderService.class).order(order.id()).status();
    }

    private static OrderDto placed(ApplicationContext process) {
        return placed(process, process);
    }

    private static OrderDto placed(ApplicationContext customers, ApplicationContext orders) {
        String customer = ShopClient.fresh("SB");
        customers.getBean(CustomerService.class).register(new NewCustomer(customer, null, null, "Portugal"));
        String sku = ShopClient.fresh("SP");
        customers.getBean(CatalogService.class).add(new NewProduct(sku, "A lamp", Money.of("2.5", "GBP"), 10));
        return orders.getBean(OrderService.class)
                .place(
                        new PlaceOrder(customer, null, List.of(new RequestedLine(sku, 4))),
                        new IdempotencyKey("max", UUID.randomUUID().toString()));
    }

    private static String addressOf(ApplicationContext process) {
        return "http://localhost:" + process.getEnvironment().getProperty("local.server.port");
    }

    /** Where clients find the broker unless it is away; it tells them its own address. */
    private static ServerSocket forward(String broker, AtomicBoolean away) throws IOException {
        ServerSocket gate = new ServerSocket(0);
        Thread.startVirtualThread(() -> {
            try {
                while (true) {
                    Socket client = gate.accept();
                    if (away.get()) {
                        client.close();
                        continue;
                    }
                    Socket server = new Socket("localhost", Integer.parseInt(broker.replaceFirst(".*:", "")));
                    pass(client, server);
                    pass(server, client);
                }
            } catch (IOException e) {
                // It was closed.
            }
        });
        return gate;
    }

    private static void pass(Socket from, Socket to) {
        Thread.startVirtualThread(() -> {
            try (from;
                    to) {
                from.getInputStream().transferTo(to.getOutputStream());
            } catch (IOException e) {
                // One of them has ended the connection.
            }
        });
    }
}
