package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.testing.WholeDatabase;
import java.net.URI;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.client.RestTestClient;

/** No page and no list reads a large table from end to end, however many orders there are. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        classes = ShopApplication.class,
        properties = {TestAccounts.LOCAL, TestAccounts.PASSWORDS + "large.txt"})
@AutoConfigureRestTestClient
@Import(TestAccounts.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LargeShopTests {

    /** A tenth of a large shop: orders of three lines over two years, with their reservations and audit entries. */
    private static final String LARGE_SHOP = """
            insert into catalog.product (id, version, sku, name, price_amount, price_currency, created_at)
            select gen_random_uuid(), 0, 'S' || lpad(i::text, 7, '0'), 'Thing number ' || i, 2.5, 'GBP', now()
              from generate_series(1, 10000) i;

            insert into catalog.stock (product_id, sku, on_hand) select p.id, p.sku, 100 from catalog.product p;

            insert into customers.customer (id, version, number, name, email, country)
            select gen_random_uuid(), 0, 'C-' || lpad(i::text, 7, '0'), 'Person ' || i, 'p' || i || '@example.org', 'United Kingdom'
              from generate_series(1, 10000) i;

            insert into orders."order" (id, version, customer, customer_version, delivery_country, status, placed_at, closed_at,
                                        line_count, total_amount, total_currency, counted_as)
            select o.id, 0, 'C-' || lpad((o.i % 10000 + 1)::text, 7, '0'), 0,
                   (array['United Kingdom', 'EIRE', 'France', 'Japan'])[1 + o.i % 4], o.status, o.placed_at,
                   case when o.status <> 'PLACED' then o.placed_at end, 3, 7.5, 'GBP', o.status
              from (select i, gen_random_uuid() as id, now() - i * interval '10 minutes' as placed_at,
                           case when i % 50000 = 0 then 'CANCELLED' when i < 1000 then 'PLACED' else 'SHIPPED' end as status
                      from generate_series(1, 100000) i) o;

            insert into orders.sales_day (day, country, currency, status, orders, lines, revenue)
            select (o.placed_at at time zone 'Europe/London')::date, o.delivery_country, o.total_currency, o.status, count(*),
                   sum(o.line_count), sum(o.total_amount)
              from orders."order" o
             group by 1, 2, 3, 4;

            insert into orders.order_line ("order", position, sku, name, quantity, unit_price_amount, unit_price_currency)
            select o.id, n, 'S' || lpad((1 + n * 3000)::text, 7, '0'), 'Thing', 1, 2.5, 'GBP'
              from orders."order" o cross join generate_series(0, 2) n;

            insert into catalog.reservation (order_id, status, expires_at, ended_at)
            select o.id, case when o.status = 'PLACED' then 'CONFIRMED' else 'CONSUMED' end, o.placed_at, o.closed_at
              from orders."order" o;

            insert into audit.entry (at, actor, module, action, subject, request)
            select o.placed_at, 'clerk', 'orders', 'place', o.id::text, '{}' from orders."order" o order by o.placed_at;

            analyze;
            """;

    @Autowired
    RestTestClient http;

    @Autowired
    WholeDatabase database;

    @BeforeAll
    void fill() {
        new JdbcTemplate(database.dataSource()).execute(LARGE_SHOP);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/catalog/home",
                "/customers/home",
                "/orders/home",
                "/catalog?words=thing",
                "/catalog?inStock=false&discontinued=false",
                "/catalog/products/S0000001",
                "/customers?words=person",
                "/customers/by-number/C-0000001",
                "/orders",
                "/orders?status=CANCELLED",
                "/orders?attention=true",
                "/orders?customer=C-0000001",
                "/orders?from=2011-01-01&until=2011-12-31",
                "/orders/new?words=thing&customer=C-0000001",
                "/api/orders?limit=500",
                "/api/sales/by-month",
                "/api/sales/by-country?from=2011-01-01T12:00:00Z",
                "/audit",
                "/audit?subject=C-0000001",
                "/events"
            })
    void noPageReadsALargeTableFromEndToEnd(String address) {
        Map<String, Long> before = rowsScanned();

        http.get()
                .uri(URI.create(address))
                .accept(MediaType.TEXT_HTML, MediaType.ALL)
                .exchange()
                .expectStatus()
                .isOk();

        assertThat(before).hasSizeGreaterThan(3);
        assertThat(rowsScanned()).isEqualTo(before);
    }

    /** Of each large table. Connections report what they have read when they end, so those of the shop are ended first. */
    private Map<String, Long> rowsScanned() {
        database.sql("""
                select pg_terminate_backend(pid, 5000) from pg_stat_activity
                 where datname = current_database() and usename <> current_user and application_name <> 'health'""")
                .query()
                .listOfRows();
        return database
                .sql("""
                select schemaname || '.' || relname, seq_tup_read
                  from pg_stat_user_tables
                 where n_live_tup > 50000""")
                .query((row, _) -> Map.entry(row.getString(1), row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
