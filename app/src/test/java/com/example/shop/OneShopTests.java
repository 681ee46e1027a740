package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Several processes on one database are one shop to whoever uses its pages. */
@SplitShopTest
class OneShopTests {

    @Autowired
    CallingProcess caller;

    @Autowired
    RestTestClient http;

    @Autowired
    TestAccounts accounts;

    @Autowired
    JdbcClient jdbc;

    private PageClient front;
    private PageClient orders;

    @BeforeEach
    void open() {
        front = new PageClient(accounts.as("", http));
        orders = PageClient.of(caller);
    }

    @Test
    void whoHasSignedInAtOneProcessIsKnownInTheOthers() {
        String session = signIn("clerk");
        assertThat(front.page("/customers", session)).contains("Sign out");
        assertThat(orders.page("/orders", session)).contains("Sign out");
        assertThat(orders.post("/logout", session, orders.page("/orders", session), Map.of())
                        .getStatus())
                .isEqualTo(HttpStatus.FOUND);
        assertThat(front.get("/customers", session).getStatus()).isEqualTo(HttpStatus.FOUND);
    }

    /** The session is saved as soon as the response begins, while a module's transaction reads on. */
    @Test
    void aSessionIsSavedInTheMiddleOfAnExport() {
        String session = signIn("clerk");
        for (PageClient process : List.of(front, orders)) {
            process.process()
                    .get()
                    .uri(process.equals(orders) ? "/api/exports/orders" : "/api/exports/customers")
                    .header(HttpHeaders.COOKIE, session)
                    .exchange()
                    .expectStatus()
                    .isOk();
        }
    }

    @Test
    void eachProcessHasTheMenuOfTheWholeShop() {
        String session = signIn("clerk");
        assertThat(front.page("/", session))
                .contains("href=\"/catalog\"", "href=\"/customers\"", "href=\"/orders\"", "hx-get=\"/orders/home\"");
        assertThat(orders.page("/orders", session))
                .contains("href=\"/catalog\"", "href=\"/customers\"", "href=\"/orders\"");
        assertThat(orders.page("/", "")).contains("href=\"/catalog\"").doesNotContain("href=\"/customers\"");
    }

    @Test
    void theMapSaysWhatRunsInAnotherProcess() {
        assertThat(front.page("/modules", signIn("admin"))).contains("in another process");
    }

    @Test
    void aVisitorWhoDoesNotSignInLeavesNoSession() {
        long before = sessions();
        for (String path : List.of("/", "/catalog", "/catalog/home")) {
            assertThat(front.page(path, "")).isNotEmpty();
        }
        assertThat(sessions()).isEqualTo(before);
        signIn("clerk");
        assertThat(sessions()).isEqualTo(before + 1);
    }

    private long sessions() {
        return jdbc.sql("select count(*) from sessions.session")
                .query(Long.class)
                .single();
    }

    private String signIn(String account) {
        return front.signIn(account, accounts);
    }
}
