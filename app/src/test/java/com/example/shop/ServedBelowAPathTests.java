package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.ExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.json.JsonMapper;

/** Below a path of its own, and behind a proxy that takes another path away. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        classes = ShopApplication.class,
        properties = {
            TestAccounts.LOCAL,
            TestAccounts.PASSWORDS + "path.txt",
            "server.servlet.context-path=/shop",
            "server.forward-headers-strategy=framework",
            "server.servlet.session.cookie.name=shop-a"
        })
@Import(TestAccounts.class)
class ServedBelowAPathTests {

    private static final Pattern LINK = Pattern.compile("(?:href|src|action|hx-get|hx-post)=\"(/[^\"]*)\"");

    private static final List<String> PAGES =
            List.of("/", "/catalog", "/catalog/new", "/customers", "/orders", "/orders/new", "/login", "/nothing");

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    @ParameterizedTest
    @CsvSource({"'', /shop", "/outer, /outer"})
    void namesItsAddressesWithThatPath(String prefix, String expected) {
        assertThat(post(prefix, "/api/customers", Map.of("number", "PATH" + prefix.length(), "country", "Norway")))
                .isEqualTo(expected + "/api/customers/PATH" + prefix.length());
        assertThat(post(prefix, "/api/products", product("PATH" + prefix.length())))
                .isEqualTo(expected + "/api/products/PATH" + prefix.length());
        assertThat(post(
                        prefix,
                        "/api/products/PATH%d/stock-corrections".formatted(prefix.length()),
                        Map.of("change", 1, "reason", "found")))
                .isEqualTo(expected + "/api/products/PATH%d/stock-corrections".formatted(prefix.length()));
        assertThat(post(
                        prefix,
                        "/api/orders",
                        ShopClient.orderOf("PATH" + prefix.length(), List.of("PATH" + prefix.length()), 1)))
                .startsWith(expected + "/api/orders/");
    }

    @ParameterizedTest
    @CsvSource({"'', /shop", "/outer, /outer"})
    void namesWithItWhatExistsAlready(String prefix, String expected) {
        Map<String, Object> customer = Map.of("number", "TWICE", "country", "Norway");
        send(prefix, "/api/customers", customer);
        send(prefix, "/api/products", product("TWICE 1"));
        assertThat(existing(send(prefix, "/api/customers", customer))).isEqualTo(expected + "/api/customers/TWICE");
        assertThat(existing(send(prefix, "/api/products", product("TWICE 1"))))
                .isEqualTo(expected + "/api/products/TWICE%201");
    }

    private static String existing(ExchangeResult answer) {
        assertThat(answer.getStatus().value()).isEqualTo(409);
        return JsonMapper.shared()
                .readTree(answer.getResponseBodyContent())
                .path("existing")
                .asString();
    }

    @ParameterizedTest
    @CsvSource({"'', /shop", "/outer, /outer"})
    void namesItInTheContract(String prefix, String expected) {
        assertThat(JsonMapper.shared()
                        .readTree(get(prefix, "/v3/api-docs", MediaType.APPLICATION_JSON)
                                .getResponseBodyContent())
                        .at("/servers/0/url")
                        .asString())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"'', /shop/", "/outer, /outer/"})
    void linksPagesWithIt(String prefix, String expected) {
        for (String page : PAGES) {
            String html =
                    new String(get(prefix, page, MediaType.TEXT_HTML).getResponseBodyContent(), StandardCharsets.UTF_8);
            assertThat(LINK.matcher(html).results().map(it -> it.group(1)))
                    .as(page)
                    .isNotEmpty()
                    .allMatch(it -> it.startsWith(expected) || (it + '/').equals(expected));
        }
    }

    @ParameterizedTest
    @MethodSource("noPaths")
    void ignoresAPrefixThatIsNoPath(String prefix) {
        String html = new String(
                get(prefix, "/catalog", MediaType.TEXT_HTML).getResponseBodyContent(), StandardCharsets.UTF_8);
        assertThat(html).contains("href=\"/shop/catalog");
    }

    static Stream<String> noPaths() {
        return Stream.of(
                "outer",
                "javascript:x",
                "//evil.example",
                "/\\evil",
                "/a?b",
                "/a, //evil.example",
                "/a".repeat(2_000) + '!');
    }

    @Test
    void leadsToItsOwnSignInPageAndHasACookieOfItsOwn() {
        ExchangeResult answer = client("")
                .get()
                .uri("/orders")
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .returnResult(byte[].class);
        assertThat(answer.getResponseHeaders().getFirst("Location")).isEqualTo("/shop/login");
        assertThat(get("", "/login", MediaType.TEXT_HTML).getResponseHeaders().get("Set-Cookie"))
                .anyMatch(it -> it.startsWith("shop-a=") && it.contains("Path=/shop"))
                .noneMatch(it -> it.startsWith("shop-session="));
    }

    private static Map<String, Object> product(String sku) {
        return Map.of("sku", sku, "name", sku, "price", ShopClient.gbp("1.00"), "stock", 9);
    }

    private String post(String prefix, String path, Object body) {
        ExchangeResult answer = send(prefix, path, body);
        assertThat(answer.getStatus().value()).isEqualTo(201);
        return String.valueOf(answer.getResponseHeaders().getFirst("Location"));
    }

    private ExchangeResult send(String prefix, String path, Object body) {
        return known(prefix)
                .post()
                .uri(path)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange()
                .returnResult(byte[].class);
    }

    private ExchangeResult get(String prefix, String path, MediaType type) {
        return known(prefix).get().uri(path).accept(type).exchange().returnResult(byte[].class);
    }

    private RestTestClient known(String prefix) {
        return client(prefix)
                .mutate()
                .defaultHeaders(it -> it.setBasicAuth("admin", accounts.passwordOf("admin")))
                .build();
    }

    private RestTestClient client(String prefix) {
        return RestTestClient.bindToServer()
                .baseUrl("http://localhost:%d/shop".formatted(port))
                .defaultHeaders(it -> {
                    if (!prefix.isEmpty()) {
                        it.set("X-Forwarded-Prefix", prefix);
                    }
                })
                .build();
    }
}
