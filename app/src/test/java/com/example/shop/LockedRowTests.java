package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.watertight.testing.WholeDatabase;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Somebody's session holds a row for far longer than anybody is to wait. */
@ShopTest
class LockedRowTests {

    private static final int CLIENTS = 40;
    private static final String HELD = "%pg_sleep(60)%";

    @Autowired
    ShopClient shop;

    @Autowired
    RestTestClient http;

    @Autowired
    WholeDatabase database;

    @Test
    void costsThoseWhoWantItAShortWaitAndNobodyElseAnything() throws Exception {
        String customer = shop.customer();
        String hot = shop.product(1_000);
        String other = shop.product(1_000);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> session = threads.submit(() -> hold(hot));
            try {
                await().until(() -> holders() == 1);
                List<Future<EntityExchangeResult<byte[]>>> crowd = IntStream.range(0, CLIENTS)
                        .mapToObj(_ -> threads.submit(
                                () -> shop.order(customer, List.of(hot), 1).returnResult(byte[].class)))
                        .toList();

                shop.order(customer, List.of(other), 1).expectStatus().isCreated();
                http.get().uri("/catalog").exchange().expectStatus().isOk();
                http.get()
                        .uri("/actuator/health/readiness")
                        .exchange()
                        .expectStatus()
                        .isOk();
                for (Future<EntityExchangeResult<byte[]>> client : crowd) {
                    EntityExchangeResult<byte[]> answer = client.get();
                    assertThat(answer.getStatus().value()).isEqualTo(503);
                    assertThat(answer.getResponseHeaders().getFirst(HttpHeaders.RETRY_AFTER))
                            .matches("[1-9][0-9]?");
                }
                assertThat(holders()).isOne();
            } finally {
                database.sql(
                                "select pg_cancel_backend(pid) from pg_stat_activity where query like ? and state = 'active'"
                                        + " and pid <> pg_backend_pid()")
                        .param(HELD)
                        .query()
                        .listOfRows();
            }
            assertThatExceptionOfType(ExecutionException.class)
                    .as("who holds the row until told to stop")
                    .isThrownBy(() -> session.get(10, TimeUnit.SECONDS))
                    .withStackTraceContaining("canceling statement due to user request");
        }
        shop.order(customer, List.of(hot), 1).expectStatus().isCreated();
    }

    private void hold(String sku) {
        database.sql("""
                        with held as (select product_id from catalog.stock where sku = ? for update)
                        select pg_sleep(60) from held""").param(sku).query().listOfRows();
    }

    private long holders() {
        return database.sql("""
                        select count(*) from pg_stat_activity
                         where query like ? and wait_event = 'PgSleep' and pid <> pg_backend_pid()""").param(HELD).query(Long.class).single();
    }
}
