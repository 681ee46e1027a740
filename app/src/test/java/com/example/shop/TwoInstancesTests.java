package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.testing.WholeDatabase;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two instances that are started at the same moment, on a database in which there is nothing. */
@ShopTest
class TwoInstancesTests {

    private static final String PASSWORDS = "target/passwords/two-instances.txt";

    @Autowired
    WholeDatabase server;

    @Autowired
    JdbcConnectionDetails database;

    @Autowired
    JsonMapper json;

    @Test
    void migrateAndFillItOnceAndBothServe() throws Exception {
        server.sql("""
                        create database two_instances owner migrator template template0
                        encoding 'UTF8' locale_provider builtin builtin_locale 'C.UTF-8'""").update();
        Callable<ConfigurableApplicationContext> start =
                () -> start(database.getJdbcUrl().replaceFirst("[^/?]*(?=\\?|$)", "two_instances"));
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (Future<ConfigurableApplicationContext> instance : threads.invokeAll(List.of(start, start))) {
                try (ConfigurableApplicationContext context = instance.get()) {
                    assertServes(context);
                }
            }
        } finally {
            server.sql("drop database two_instances with (force)").update();
        }
    }

    private static ConfigurableApplicationContext start(String url) {
        SpringApplication shop = new SpringApplication(ShopApplication.class);
        // It would set up the logging of this process anew, under the feet of the other.
        shop.setListeners(shop.getListeners().stream()
                .filter(it -> !(it instanceof LoggingApplicationListener))
                .toList());
        return shop.run(
                "--server.port=0",
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=application",
                "--spring.datasource.password=application",
                "--spring.flyway.user=migrator",
                "--spring.flyway.password=migrator",
                "--shop.demo-data=true",
                "--watertight.accounts.local=true",
                "--watertight.accounts.passwords-file=" + PASSWORDS);
    }

    private void assertServes(ConfigurableApplicationContext instance) {
        RestTestClient http = RestTestClient.bindToServer()
                .baseUrl("http://localhost:" + instance.getEnvironment().getProperty("local.server.port"))
                .defaultHeaders(
                        it -> it.setBasicAuth("admin", new TestAccounts(instance.getEnvironment()).passwordOf("admin")))
                .build();
        http.get().uri("/actuator/health/readiness").exchange().expectStatus().isOk();
        JsonNode sales = new ShopClient(http, json).get("/api/sales/by-country");
        assertThat(sales.get("items")
                        .valueStream()
                        .mapToLong(it -> it.get("orders").asLong())
                        .sum())
                .isEqualTo(300);
    }
}
