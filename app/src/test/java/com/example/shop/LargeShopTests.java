package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.watertight.testing.WholeDatabase;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.client.RestTestClient;

/** No page and no list reads a large table from end to end, or a large part of it, however many orders there are. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        classes = ShopApplication.class,
        properties = {TestAccounts.LOCAL, TestAccounts.PASSWORDS + "large.txt"})
@AutoConfigureRestTestClient
@Import(TestAccounts.class)
@DirtiesContext
class LargeShopTests {

    private static final Path LARGE_SHOP = Path.of("../modules/demo/src/test/large-shop");

    /** The longest list shows 500 orders. */
    private static final long ROWS_OF_PAGES = 2_000;

    @Autowired
    RestTestClient http;

    @Autowired
    DataSource pool;

    @Autowired
    WholeDatabase database;

    @Test
    void noPageReadsALargeTableFromEndToEnd() throws Exception {
        new JdbcTemplate(database.dataSource())
                .execute("set large_shop.orders = 100000; set large_shop.products = 10000;"
                        + Files.readString(LARGE_SHOP.resolve("shop.sql")));
        Map<String, Long> before = rowsRead();
        assertThat(before)
                .containsKeys(
                        "catalog.product",
                        "catalog.price",
                        "catalog.stock",
                        "catalog.reservation",
                        "customers.customer",
                        "orders.order",
                        "orders.order_line",
                        "audit.entry",
                        "events.event_publication");
        await().untilAsserted(() -> open("/catalog"));

        Files.readAllLines(LARGE_SHOP.resolve("pages.txt")).forEach(this::open);

        assertThatLittleWasReadSince(before);

        discontinueHalf();
        before = rowsRead();
        await().untilAsserted(() -> open("/catalog/home"));

        assertThatLittleWasReadSince(before);
    }

    /** What no shop has on its first day: products are never deleted. */
    private void discontinueHalf() {
        new JdbcTemplate(database.dataSource()).execute("""
                update catalog.stock set on_sale = false where available and hashtext(sku) % 2 = 0;
                -- What this connection has read is no page's.
                select pg_stat_force_next_flush()""");
        database.sql("vacuum analyze catalog.stock").update();
    }

    private void assertThatLittleWasReadSince(Map<String, Long> before) throws SQLException {
        assertThat(rowsRead())
                .allSatisfy((table, rows) -> assertThat(rows - before.getOrDefault(table, 0L))
                        .as("rows that the pages read of %s", table)
                        .isLessThan(ROWS_OF_PAGES));
    }

    private void open(String address) {
        http.get()
                .uri(URI.create(address))
                .accept(MediaType.TEXT_HTML, MediaType.ALL)
                .exchange()
                .expectStatus()
                .isOk();
    }

    /**
     * Of each large table, from end to end and by its indexes. Connections report what they have read when they end, so those of the
     * shop are ended first.
     */
    private Map<String, Long> rowsRead() throws SQLException {
        pool.unwrap(HikariDataSource.class).getHikariPoolMXBean().softEvictConnections();
        database.sql("""
                select pg_terminate_backend(pid, 5000) from pg_stat_activity
                 where datname = current_database() and usename <> current_user and application_name <> 'health'""").query().listOfRows();
        return database.sql("""
                select t.schemaname || '.' || t.relname,
                       t.seq_tup_read + (select sum(i.idx_tup_read) from pg_stat_user_indexes i where i.relid = t.relid)
                  from pg_stat_user_tables t
                 where t.n_live_tup > 5000""").query((row, _) -> Map.entry(row.getString(1), row.getLong(2))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
