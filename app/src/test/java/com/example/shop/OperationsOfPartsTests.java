package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.shop.customers.CustomerDeactivated;
import io.watertight.testing.WholeDatabase;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The operations pages of several processes. One, with catalog and customers, is the front process. */
@SplitShopTest
class OperationsOfPartsTests {

    @Autowired
    CallingProcess caller;

    @Autowired
    RestTestClient http;

    @Autowired
    TestAccounts accounts;

    @Autowired
    WholeDatabase database;

    private PageClient front;
    private PageClient orders;
    private String admin;

    @BeforeEach
    void signIn() {
        front = new PageClient(accounts.as("", http));
        orders = PageClient.of(caller);
        admin = front.signIn("admin", accounts);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/events", "/audit"})
    void sayWhosePartTheyShowAndLeadToTheOthers(String page) {
        assertThat(front.page(page.isEmpty() ? "/modules" : page, admin))
                .containsPattern("only the process that runs\\s+catalog, customers\\.")
                .contains("href=\"/modules/orders%s\"".formatted(page))
                .doesNotContain("href=\"/modules/catalog");
        assertThat(front.page("/modules/catalog" + page, admin)).contains("catalog, customers.");
        assertThat(orders.page("/modules/orders" + page, admin))
                .containsPattern("only the process that runs\\s+orders\\.")
                .contains(
                        "href=\"/modules/catalog%s\"".formatted(page), "href=\"/modules/customers%s\"".formatted(page))
                .doesNotContain("href=\"/modules/orders\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/events", "/audit"})
    void areThoseOfTheProcessWhereTheModuleRunsAndForOperatorsOnly(String page) {
        assertThat(front.get("/modules/orders" + page, admin).getStatus()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(orders.get("/modules/catalog" + page, admin).getStatus()).isEqualTo(HttpStatus.NOT_FOUND);
        String clerk = front.signIn("clerk", accounts);
        assertThat(orders.get("/modules/orders" + page, clerk).getStatus()).isEqualTo(HttpStatus.FORBIDDEN);
    }

    @Test
    void tellOnTheHomePageOfOneProcessToo() {
        assertThat(front.page("/events/home", admin)).contains("href=\"/modules/orders/events\"");
        assertThat(front.page("/modules/home", admin)).contains("href=\"/modules/orders\"");
    }

    @Test
    void haveAMapThatStaysThatOfItsProcess() {
        assertThat(front.page("/modules", admin)).contains("in another process", "hx-get=\"/modules\"");
        assertThat(orders.page("/modules/orders", admin))
                .contains("in another process", "hx-get=\"/modules/orders\"", "href=\"/modules/orders/events\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%s/retry", "/retry"})
    void retryAnEventWhereItsListenerRuns(String form) {
        UUID event = failedForOrders();
        String path = "/modules/orders/events" + form.formatted(event);
        assertThat(front.page("/events", admin)).doesNotContain(event.toString());
        String page = orders.page("/modules/orders/events", admin);
        assertThat(page).contains("action=\"%s\"".formatted(path));

        assertThat(orders.post(path, admin, page, Map.of()).getResponseHeaders().getLocation())
                .hasPath("/modules/orders/events");

        await().untilAsserted(
                        () -> assertThat(database.sql("select status from events.event_publication where id = :id")
                                        .param("id", event)
                                        .query(String.class)
                                        .single())
                                .isEqualTo("COMPLETED"));
    }

    @Test
    void showNoEntryOfTheAuditTrailThatAnotherProcessShows() {
        String subject = UUID.randomUUID().toString();
        for (String module : List.of("catalog", "orders", "removed")) {
            database.sql("""
                            insert into audit.entry (actor, module, action, subject, request)
                            values ('max', :module, 'try', :subject, '{}')""").param("module", module).param("subject", subject).update();
        }
        assertThat(front.page("/audit?subject=" + subject, admin))
                .contains(">catalog</td>", ">removed</td>")
                .doesNotContain(">orders</td>");
        assertThat(orders.page("/modules/orders/audit?subject=" + subject, admin))
                .contains(">orders</td>", ">removed</td>")
                .doesNotContain(">catalog</td>");
    }

    private UUID failedForOrders() {
        UUID event = UUID.randomUUID();
        database.sql("""
                        insert into events.event_publication (id, listener_id, event_type, serialized_event,
                               publication_date, status, completion_attempts)
                        values (:id, 'orders.cancel-open-orders-of-deactivated-customer', :type, :event, now(), 'FAILED', 9)""")
                .param("id", event)
                .param("type", CustomerDeactivated.class.getName())
                .param(
                        "event",
                        "{\"number\":\"%s\",\"version\":1,\"deactivatedAt\":\"2026-01-01T00:00:00Z\"}".formatted(event))
                .update();
        return event;
    }
}
