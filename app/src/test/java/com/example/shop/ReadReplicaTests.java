package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.testing.WholeDatabase;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.json.JsonMapper;

/** A shop with a replica on which nothing has been sold yet. */
@ShopTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadReplicaTests {

    private static final String TODAY = "shop_of_today";
    private static final String YESTERDAY = "shop_of_yesterday";

    private final WholeDatabase server;
    private final String url;
    private final ConfigurableApplicationContext process;
    private final RestTestClient http;
    private final ShopClient shop;

    ReadReplicaTests(
            @Autowired WholeDatabase server, @Autowired JdbcConnectionDetails database, @Autowired JsonMapper json) {
        this.server = server;
        this.url = String.valueOf(database.getJdbcUrl());
        server.sql("""
                        create database %s owner migrator template template0
                        encoding 'UTF8' locale_provider builtin builtin_locale 'C.UTF-8'""".formatted(TODAY)).update();
        start().close();
        server.copy(TODAY, YESTERDAY);
        this.process = start("--watertight.read-replica.url=" + urlOf(YESTERDAY));
        this.http = RestTestClient.bindToServer()
                .baseUrl("http://localhost:" + process.getEnvironment().getProperty("local.server.port"))
                .defaultHeaders(
                        it -> it.setBasicAuth("admin", new TestAccounts(process.getEnvironment()).passwordOf("admin")))
                .build();
        this.shop = new ShopClient(http, json);
    }

    @AfterAll
    void end() {
        process.close();
        for (String database : List.of(TODAY, YESTERDAY)) {
            server.sql("drop database %s with (force)".formatted(database)).update();
        }
    }

    @Test
    void answersExportsAndSalesFiguresAndNothingElse() {
        String customer = shop.customer();
        String product = shop.product(5);
        String order = shop.orderId(customer, List.of(product), 2);

        assertThat(text("/api/exports/products", "text/csv")).startsWith("sku,").doesNotContain(product);
        assertThat(text("/api/exports/customers", "text/csv"))
                .startsWith("number,")
                .doesNotContain(customer);
        assertThat(text("/api/exports/orders", "text/csv")).startsWith("id,").doesNotContain(order);
        assertThat(text("/api/exports/orders", MediaType.APPLICATION_NDJSON_VALUE))
                .isEmpty();
        for (String figures : List.of("/api/sales/by-country", "/api/sales/by-month")) {
            assertThat(shop.get(figures).get("items")).as(figures).isEmpty();
        }
        assertThat(text("/orders/home", MediaType.TEXT_HTML_VALUE))
                .containsPattern("Orders today</dt><dd>0<")
                .containsPattern("Open</dt><dd><a [^>]*>1<");

        assertThat(shop.stock(product)).isEqualTo(3);
        assertThat(text("/api/products", MediaType.APPLICATION_JSON_VALUE)).contains(product);
        assertThat(text("/api/customers", MediaType.APPLICATION_JSON_VALUE)).contains(customer);
        assertThat(text("/api/orders", MediaType.APPLICATION_JSON_VALUE)).contains(order);
        assertThat(shop.read(shop.post("/api/orders/%s/cancel".formatted(order), "")
                                .expectStatus()
                                .isOk())
                        .get("status")
                        .asString())
                .isEqualTo("CANCELLED");
        assertThat(shop.stock(product)).isEqualTo(5);
    }

    @Test
    void isNotThereWithoutTheSetting(@Autowired ShopClient other, @Autowired RestTestClient itsHttp) {
        String product = other.product(1);
        assertThat(text(itsHttp, "/api/exports/products?words=" + product, "text/csv"))
                .contains(product);
    }

    private ConfigurableApplicationContext start(String... settings) {
        return CallingProcess.start(urlOf(TODAY), settings);
    }

    private String text(String path, String type) {
        return text(http, path, type);
    }

    private static String text(RestTestClient http, String path, String type) {
        return new String(
                http.get()
                        .uri(path)
                        .header("Accept", type)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .returnResult(byte[].class)
                        .getResponseBodyContent(),
                StandardCharsets.UTF_8);
    }

    private String urlOf(String database) {
        return url.replaceFirst("[^/?]*(?=\\?|$)", database);
    }
}
