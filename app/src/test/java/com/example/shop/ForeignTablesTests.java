package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.example.shop.catalog.CatalogService;
import com.example.shop.catalog.NewProduct;
import com.example.shop.customers.CustomerDeactivated;
import com.example.shop.kernel.Money;
import com.example.shop.orders.OrderService;
import com.example.shop.orders.UnknownOrderException;
import io.watertight.security.SystemAuthentication;
import io.watertight.testing.WholeDatabase;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.SimpleJdbcInsert;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.util.ReflectionUtils;

/**
 * Inside of orders, on its transaction, somebody tries to get at the catalog's tables. They get in by way of the clock,
 * which orders asks for the time before it does anything.
 */
@SpringBootTest(webEnvironment = WebEnvironment.NONE, classes = ShopApplication.class)
@Import(ForeignTablesTests.WithIntruder.class)
class ForeignTablesTests {

    @Autowired
    Intruder intruder;

    @Autowired
    OrderService orders;

    @Autowired
    CatalogService catalog;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    DataSource dataSource;

    @Autowired
    ApplicationContext context;

    @Autowired
    WholeDatabase database;

    private String sku = "";

    @BeforeEach
    void aProduct() {
        SystemAuthentication.begin();
        sku = "S-" + UUID.randomUUID();
        catalog.add(new NewProduct(sku, "Safe", Money.of("2.55", "GBP"), 10));
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void areReachedByNoStringOfSql() {
        String schema = List.of("cat", "alog").stream().reduce("", String::concat);
        assertThatDenied(() -> jdbc.queryForObject("select count(*) from " + schema + ".product", Long.class));
        assertThatDenied(() -> jdbc.update("update %s.stock set on_hand = 0".formatted(schema)));
        assertThatDenied(
                () -> jdbc.batchUpdate("delete from " + schema + ".price", "delete from " + schema + ".stock"));
        assertThatDenied(() -> JdbcClient.create(dataSource)
                .sql("with gone as (delete from catalog.price returning 1) select count(*) from gone")
                .query(Long.class)
                .single());
        assertThatDenied(() -> jdbc.queryForObject(
                "select o.id from orders.order_line o join catalog.product p on p.sku = o.sku", String.class));
        assertThatDenied(() -> {
            jdbc.execute("set local search_path = 'catalog'");
            return jdbc.queryForObject("select 'catalog.product'::regclass", String.class);
        });
    }

    @Test
    void areReachedByNoHelperOfSpring() {
        assertThatDenied(() -> new SimpleJdbcInsert(jdbc)
                .withoutTableColumnMetaDataAccess()
                .withSchemaName("catalog")
                .withTableName("price")
                .usingColumns("product_id", "since", "price_amount", "price_currency")
                .execute(Map.of("product_id", UUID.randomUUID(), "price_amount", 0, "price_currency", "GBP")));
    }

    @Test
    void areReachedByNoJdbcByHand() {
        assertThatDenied(() -> jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            try (var statement = connection.prepareStatement("select name from catalog.product for update")) {
                return statement.execute();
            }
        }));
        assertThatDenied(() -> {
            try (Connection connection = dataSource.getConnection()) {
                connection.setAutoCommit(false);
                return connection.createStatement().executeQuery("select name from catalog.product");
            }
        });
        assertThatDenied(() -> jdbc.execute((ConnectionCallback<Long>) connection -> {
            try {
                return connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy catalog.price from stdin", new StringReader("stolen\n"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }));
    }

    @Test
    void areReachedByNoRepositoryOfTheirModule() {
        Object repository = context.getBean("productRepository");
        Method find = ReflectionUtils.findMethod(repository.getClass(), "findBySku", String.class);
        assertThat(find).isNotNull();
        find.setAccessible(true);

        assertThatDenied(() -> ReflectionUtils.invokeMethod(find, repository, sku));
    }

    @ParameterizedTest
    @ValueSource(strings = {"catalog_owner", "orders_owner", "migrator", "pg_write_all_data"})
    void areReachedByNoRoleThatIsNobodys(String role) {
        assertThatDenied(() -> jdbc.update("set local role " + role));
    }

    @Test
    void areReachedByNoListener(
            @Autowired ApplicationEventPublisher events, @Autowired TransactionOperations transactions) {
        var failure = new AtomicReference<Throwable>();
        intruder.next = onceInOrders(() -> {
            try {
                return jdbc.update("delete from catalog.price");
            } catch (RuntimeException e) {
                failure.set(e);
                throw e;
            }
        });
        transactions.executeWithoutResult(
                _ -> events.publishEvent(new CustomerDeactivated("nobody", 1, Instant.now())));

        await().untilAsserted(() ->
                assertThat(failure.get()).rootCause().hasMessageContaining("permission denied for schema catalog"));
    }

    @Test
    void areNoObstacleToScheduledTasksOnTheirOwn(@Autowired ScheduledTaskHolder tasks) {
        assertThat(tasks.getScheduledTasks()).hasSizeGreaterThan(3);
        for (var task : tasks.getScheduledTasks()) {
            assertThatCode(task.getTask().getRunnable()::run).doesNotThrowAnyException();
        }
    }

    @Test
    void areReachedFromNowhereOutsideOfAModule() {
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> jdbc.queryForObject("select count(*) from catalog.product", Long.class))
                .havingRootCause()
                .withMessageContaining("permission denied for schema catalog");
    }

    /** The event registry asks for the time, too, before the listener is called and in no module. */
    private Callable<?> onceInOrders(Callable<?> theft) {
        return () -> {
            if ("orders_rw".equals(jdbc.queryForObject("select current_user", String.class))) {
                return theft.call();
            }
            intruder.next = onceInOrders(theft);
            return theft;
        };
    }

    private void assertThatDenied(Callable<?> theft) {
        intruder.next = theft;
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> orders.cancel(UUID.randomUUID(), null))
                .havingRootCause()
                .withMessageContaining("permission denied");
        assertThat(intruder.next).isNull();
        assertThatExceptionOfType(UnknownOrderException.class).isThrownBy(() -> orders.cancel(UUID.randomUUID(), null));
        assertThat(database.sql("select count(*) from catalog.price p join catalog.product using (price_amount) where"
                                + " sku = ?")
                        .param(sku)
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class WithIntruder {

        @Bean
        Intruder clock() {
            return new Intruder();
        }
    }

    /** Does once, where it is asked for the time, what a test has told it. */
    static class Intruder extends Clock {

        private volatile @Nullable Callable<?> next;

        @Override
        public Instant instant() {
            Callable<?> theft = next;
            next = null;
            if (theft != null) {
                try {
                    theft.call();
                } catch (RuntimeException e) {
                    throw e;
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }
            return InstantSource.system().instant();
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("UTC");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
