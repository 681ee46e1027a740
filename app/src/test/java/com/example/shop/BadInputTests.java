package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** What a client gets wrong is reported to that client, in the same shape everywhere, and never as the server's fault. */
@ShopTest
class BadInputTests {

    private static final String ORDER = "/api/orders";

    @Autowired
    RestTestClient http;

    @Autowired
    ShopClient shop;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {                                                                              | 400 | unreadable-body
            []                                                                             | 400 | unreadable-body
            null                                                                           | 400 | unreadable-body
            {"customer":"1","lines":[{"sku":"A","quantity":1}]} x                          | 400 | unreadable-body
            {"customer":"1"}                                                               | 400 | invalid-request
            {"customer":"1","lines":[]}                                                    | 400 | invalid-request
            {"customer":"1","lines":[null]}                                                | 400 | invalid-request
            {"customer":null,"lines":[{"sku":"A","quantity":1}]}                           | 400 | invalid-request
            {"customer":"1","lines":{"sku":"A","quantity":1}}                              | 400 | invalid-request
            {"customer":"1","lines":[{"sku":"A","quantity":0}]}                            | 400 | invalid-request
            {"customer":"1","lines":[{"sku":"A","quantity":-1}]}                           | 400 | invalid-request
            {"customer":"1","lines":[{"sku":"A","quantity":1000001}]}                      | 400 | invalid-request
            {"customer":"1","lines":[{"sku":"A","quantity":99999999999999999999999}]}      | 400 | invalid-request
            {"customer":"1","lines":[{"sku":"A","quantity":1e400}]}                        | 400 | invalid-request
            {"customer":"1","lines":[{"sku":"A","quantity":1.5}]}                          | 400 | invalid-request
            {"customer":"1","lines":[{"sku":"A","quantity":"1"}]}                          | 400 | invalid-request
            {"customer":"1","lines":[{"sku":"A","quantity":null}]}                         | 400 | invalid-request
            {"customer":"1","lines":[{"sku":"A","quantity":1,"price":1}]}                  | 400 | invalid-request
            {"customer":"1","lines":[{"sku":"A","quantity":1}],"total":1}                  | 400 | invalid-request
            {"customer":"\\u0000","lines":[{"sku":"A","quantity":1}]}                      | 400 | invalid-request
            {"customer":"\\ud800","lines":[{"sku":"A","quantity":1}]}                      | 400 | invalid-request
            {"customer":"NOBODY","lines":[{"sku":"A","quantity":1}]}                       | 422 | unknown-buyer
            """)
    void refusesAnOrderThatIsNone(String body, int status, String type) {
        assertRefused(send(HttpMethod.POST, ORDER, body), status, type);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"customer":"1","lines":[{"sku":"A","quantity":1,"unitPrice":{"amount":"1","currency":"GBP"}}]}                                          | placedAt
            {"customer":"1","placedAt":"yesterday","lines":[{"sku":"A","quantity":1,"unitPrice":{"amount":"1","currency":"GBP"}}]}                   | placedAt
            {"customer":"1","placedAt":"2999-01-01T00:00:00Z","lines":[{"sku":"A","quantity":1,"unitPrice":{"amount":"1","currency":"GBP"}}]}        | placedAt
            {"customer":"1","placedAt":1e30,"lines":[{"sku":"A","quantity":1,"unitPrice":{"amount":"1","currency":"GBP"}}]}                          | placedAt
            {"customer":"1","placedAt":"2011-01-01T00:00:00Z","lines":[{"sku":"A","quantity":1}]}                                                    | lines[0].unitPrice
            {"customer":"1","placedAt":"2011-01-01T00:00:00Z","lines":[{"sku":"A","quantity":1,"unitPrice":{"amount":"-1","currency":"GBP"}}]}       | lines[0].unitPrice
            """)
    void namesTheFieldOfAnImportedOrderThatIsWrong(String body, String field) {
        JsonNode problem = assertRefused(send(HttpMethod.POST, ORDER + "/imports", body), 400, "invalid-request");
        assertThat(problem.get("errors").get(0).get("field").asString()).isEqualTo(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1899-12-31T23:59:59Z", "-999999999-01-01T00:00:00Z"})
    void refusesAnOrderFromBeforeItsTime(String placedAt) {
        String body = """
                {"customer":"1","placedAt":"%s",
                 "lines":[{"sku":"A","quantity":1,"unitPrice":{"amount":"1","currency":"GBP"}}]}""".formatted(placedAt);
        assertRefused(send(HttpMethod.POST, ORDER + "/imports", body), 400, "implausible-date");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/orders/00000000-0000-0000-0000-000000000000, 404, unknown-order",
        "GET, /api/orders/not-a-uuid, 400, invalid-request",
        "GET, /api/orders/1-1-1-1-1, 404, unknown-order",
        "POST, /api/orders/00000000-0000-0000-0000-000000000000/cancel, 404, unknown-order",
        "POST, /api/orders/00000000-0000-0000-0000-000000000000/ship, 404, unknown-order",
        "GET, /api/products/NO-SUCH, 404, unknown-product",
        "GET, /api/products/%00, 400, ''",
        "GET, /api/products/%F0%9F%98%80, 404, unknown-product",
        "GET, /api/products/%FF, 400, ''",
        "GET, /api/products?words=%00, 400, malformed-address",
        "GET, /api/products?words=%FF, 400, malformed-address",
        "GET, /api/products?limit=99999999999999, 400, invalid-request",
        "GET, /api/products?cursor=AAAA, 400, invalid-cursor",
        "GET, /api/orders?status=LOST, 400, invalid-request",
        "GET, /api/orders?from=yesterday, 400, invalid-request",
        "GET, /api/orders?cursor=%20, 400, invalid-cursor",
        "GET, /api/customers/NOBODY, 404, unknown-customer",
        "GET, /api/customers?active=2, 400, invalid-request",
        "GET, /api/sales/by-month?from=x, 400, invalid-request",
        "GET, /api/nothing, 404, not-found",
        "DELETE, /api/orders, 405, method-not-allowed",
        "PATCH, /api/products/A, 405, method-not-allowed",
    })
    void refusesAnAddressThatLeadsNowhere(String method, String path, int status, String type) {
        assertRefused(send(HttpMethod.valueOf(method), path, ""), status, type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2000-01-01T00:00:00Z", "-200000-01-01T00:00:00Z", "+200000-01-01T00:00:00Z"})
    void answersAnyTimeAtAll(String time) {
        http.get()
                .uri("/api/orders?from={time}&until={time}", time, time)
                .exchange()
                .expectStatus()
                .isOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"' or 1=1 --", "%", "_", "\\", "\"", "((", "&|!", "<->", ":*", "😀", "''"})
    void findsNothingWrongWithOddWords(String words) {
        http.get()
                .uri("/api/products?words={words}", words)
                .exchange()
                .expectStatus()
                .isOk();
        http.get()
                .uri("/api/customers?words={words}", words)
                .exchange()
                .expectStatus()
                .isOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/orders", "/api/products", "/api/customers", "/api/orders/imports"})
    void refusesABodyOfTenMegabytes(String path) {
        assertRefused(
                send(HttpMethod.POST, path, "{\"customer\":\"%s\"}".formatted("x".repeat(10 << 20))),
                413,
                "body-too-large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/xml",
                "application/yaml",
                "text/csv",
                "application/x-www-form-urlencoded"
            })
    void refusesAnotherMediaType(String type) {
        RestTestClient.ResponseSpec response = http.post()
                .uri(ORDER)
                .header("Idempotency-Key", "k")
                .contentType(MediaType.valueOf(type))
                .body("a=b")
                .exchange();
        assertRefused(response, 415, "unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/orders", "/api/products", "/api/customers"})
    void refusesTheCursorOfAnyOtherListAndEveryTamperedOne(String path) {
        String customer = shop.customer();
        shop.order(customer, shop.products(2, 5), 1).expectStatus().isCreated();
        shop.order(shop.customer(), shop.products(1, 5), 1).expectStatus().isCreated();
        String cursor = shop.get(path + "?limit=1").get("next").asString();
        send(HttpMethod.GET, path + "?limit=1&cursor=" + cursor, "")
                .expectStatus()
                .isOk();
        for (int i = 0; i < cursor.length(); i++) {
            char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
            String tampered = cursor.substring(0, i) + other + cursor.substring(i + 1);
            assertRefused(send(HttpMethod.GET, path + "?limit=1&cursor=" + tampered, ""), 400, "invalid-cursor");
        }
        for (String list : new String[] {"/api/orders", "/api/products", "/api/customers"}) {
            if (!list.equals(path)) {
                assertRefused(send(HttpMethod.GET, list + "?cursor=" + cursor, ""), 400, "invalid-cursor");
            }
        }
    }

    private RestTestClient.ResponseSpec send(HttpMethod method, String path, String body) {
        return http.method(method)
                .uri(URI.create("/").resolve(path))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private JsonNode assertRefused(RestTestClient.ResponseSpec response, int status, String type) {
        response.expectStatus()
                .isEqualTo(HttpStatusCode.valueOf(status))
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        JsonNode problem = shop.read(response);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("detail").asString()).isNotBlank();
        assertThat(problem.toString()).doesNotContain("com.example", "java.", "org.", "Exception", "at line");
        if (!type.isEmpty()) {
            assertThat(problem.get("type").asString()).isEqualTo("urn:problem-type:" + type);
        }
        return problem;
    }
}
