package com.example.shop.orders.internal;

import static com.example.shop.orders.GivenOrders.freshCustomer;
import static com.example.shop.orders.GivenOrders.freshKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.example.shop.kernel.Money;
import com.example.shop.orders.ImportedOrder;
import com.example.shop.orders.ImportedOrder.ImportedLine;
import com.example.shop.orders.OrderDto;
import com.example.shop.orders.OrderService;
import com.example.shop.orders.OrdersTest;
import com.example.shop.orders.SalesDto;
import io.watertight.api.CurrentActor;
import io.watertight.testing.WholeDatabase;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.scheduling.annotation.ScheduledAnnotationBeanPostProcessor;

@OrdersTest
class SalesCountingTests {

    private static final ZoneId AUCKLAND = ZoneId.of("Pacific/Auckland");

    @Autowired
    ScheduledAnnotationBeanPostProcessor jobs;

    @Autowired
    OrderService orders;

    @Autowired
    DefaultSalesService sales;

    @Autowired
    SalesRepository repository;

    @Autowired
    CurrentActor actors;

    @Autowired
    Clock clock;

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    WholeDatabase database;

    @Test
    void figuresAreExactBeforeAndAfterOrdersAreCountedAlsoForPartsOfDays() {
        Instant from = Instant.parse("1950-03-01T12:00:00Z");
        Instant until = Instant.parse("1950-03-04T12:00:00Z");
        agreed(from.minusSeconds(1), "100");
        agreed(from, "1.5");
        OrderDto wholeDay = agreed(Instant.parse("1950-03-02T10:00:00Z"), "2.25");
        agreed(Instant.parse("1950-03-02T11:00:00Z"), "0.125");
        OrderDto lastDay = agreed(until.minusSeconds(1), "4");
        agreed(until, "100");

        SalesDto all = new SalesDto("Mu", 4, 4, gbp("7.875"), 0, gbp("0"));
        assertThat(sales.salesByCountry(from, until)).containsExactly(all);
        count();
        assertThat(sales.salesByCountry(from, until)).containsExactly(all);

        orders.cancel(wholeDay.id(), null);
        orders.cancel(lastDay.id(), null);
        SalesDto cancelled = new SalesDto("Mu", 4, 4, gbp("7.875"), 2, gbp("6.25"));
        assertThat(sales.salesByCountry(from, until)).containsExactly(cancelled);
        count();
        assertThat(sales.salesByCountry(from, until)).containsExactly(cancelled);
    }

    @Test
    void figuresOfLessThanADayAreExact() {
        Instant noon = Instant.parse("1951-03-01T12:00:00Z");
        agreed(noon, "1");
        agreed(noon.plusSeconds(60), "2");
        count();

        assertThat(sales.salesByCountry(noon, noon.plusSeconds(60)))
                .containsExactly(new SalesDto("Mu", 1, 1, gbp("1"), 0, gbp("0")));
        assertThat(sales.salesByCountry(noon.plusSeconds(60), noon)).isEmpty();
    }

    @Test
    void daysAreCountedAnewInAnotherZone() {
        Instant newYearInAuckland = Instant.parse("1952-12-31T12:00:00Z");
        Instant from = Instant.parse("1952-01-01T00:00:00Z");
        Instant until = Instant.parse("1954-01-01T00:00:00Z");
        agreed(newYearInAuckland, "1");
        count();
        assertThat(sales.salesByMonth(from, until)).extracting(SalesDto::group).containsExactly("1952-12");

        DefaultSalesService moved = salesIn(AUCKLAND);
        moved.run(new DefaultApplicationArguments());
        sales.count();
        assertThat(counted()).isZero();
        moved.count();
        assertThat(counted()).isPositive();
        assertThat(moved.salesByMonth(from, until)).extracting(SalesDto::group).containsExactly("1953-01");

        sales.run(new DefaultApplicationArguments());
        count();
        assertThat(sales.salesByMonth(from, until)).extracting(SalesDto::group).containsExactly("1952-12");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+02:00", "UTC+2", "GMT-5"})
    void aZoneIsARegionBecauseAnOffsetMeansTheOppositeInSql(String offset) {
        DefaultSalesService moved = salesIn(ZoneId.of(offset));

        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> moved.run(new DefaultApplicationArguments()))
                .withMessageContaining("zone_is_a_region_such_as_europe_athens");
    }

    @Test
    void aChangeOfZoneWaitsForACountHoweverLongThatTakes() throws Exception {
        try (ExecutorService thread = Executors.newSingleThreadExecutor();
                Connection counter = database.dataSource().getConnection();
                Statement statement = counter.createStatement()) {
            counter.setAutoCommit(false);
            statement.execute("select zone from orders.sales_zone for share");
            CompletableFuture<Void> moved =
                    CompletableFuture.runAsync(() -> salesIn(AUCKLAND).run(new DefaultApplicationArguments()), thread);
            await().until(() -> database.sql("""
                            select count(*) from pg_stat_activity
                             where datname = current_database() and wait_event_type = 'Lock' and query like '%sales_zone%'
                               and query_start < clock_timestamp() - interval '1 second'""").query(Long.class).single() > 0);
            assertThat(moved).isNotDone();
            counter.commit();
            moved.get();
        }
        sales.run(new DefaultApplicationArguments());
    }

    @Test
    void figuresAreExactWhileOrdersAreImportedCancelledAndCounted() throws Exception {
        Instant from = Instant.parse("1955-06-01T00:00:00Z");
        Instant until = from.plusSeconds(40 * 86_400);
        AtomicBoolean done = new AtomicBoolean();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<CompletableFuture<Void>> counters = IntStream.range(0, 2)
                    .mapToObj(_ -> CompletableFuture.runAsync(() -> countUntil(done), threads))
                    .toList();
            CompletableFuture<Void> reader =
                    CompletableFuture.runAsync(() -> assertThatNothingIsLostUntil(done, from, until), threads);
            for (int i = 0; i < 60; i++) {
                OrderDto order = agreed(from.plusSeconds(i * 43_200L), "1");
                if (i % 2 == 0) {
                    orders.cancel(order.id(), null);
                }
            }
            done.set(true);
            reader.get();
            for (CompletableFuture<Void> counter : counters) {
                counter.get();
            }
        }
        SalesDto expected = new SalesDto("Mu", 60, 60, gbp("60"), 30, gbp("30"));
        assertThat(sales.salesByCountry(from, until)).containsExactly(expected);
        count();
        assertThat(sales.salesByCountry(from, until)).containsExactly(expected);
    }

    private void countUntil(AtomicBoolean done) {
        while (!done.get()) {
            sales.count();
        }
    }

    private void assertThatNothingIsLostUntil(AtomicBoolean done, Instant from, Instant until) {
        long seen = 0;
        while (!done.get()) {
            long now = sales.salesByCountry(from, until).stream()
                    .mapToLong(SalesDto::orders)
                    .sum();
            assertThat(now).isBetween(seen, seen + 60);
            seen = now;
        }
    }

    /** What the scheduled count holds at the moment is skipped. */
    private void count() {
        await().untilAsserted(() -> {
            sales.count();
            assertThat(uncounted()).isZero();
        });
    }

    /** Counts only when a test says so. */
    private DefaultSalesService salesIn(ZoneId zone) {
        DefaultSalesService other = (DefaultSalesService) beans.initializeBean(
                new DefaultSalesService(repository, properties(zone), actors, clock), "salesIn" + zone);
        jobs.postProcessBeforeDestruction(other, "salesIn" + zone);
        return other;
    }

    private static OrdersProperties properties(ZoneId zone) {
        return new OrdersProperties(zone, Duration.ZERO, Duration.ZERO);
    }

    private long uncounted() {
        return rows("uncounted");
    }

    private long counted() {
        return rows("counted_as is not null");
    }

    private long rows(String condition) {
        return database.sql("select count(*) from orders.\"order\" where " + condition)
                .query(Long.class)
                .single();
    }

    private OrderDto agreed(Instant placedAt, String price) {
        return orders.importOrder(
                new ImportedOrder(freshCustomer(), placedAt, "Mu", List.of(new ImportedLine("A-1", 1, gbp(price)))),
                freshKey());
    }

    private static Money gbp(String amount) {
        return Money.of(amount, "GBP");
    }
}
