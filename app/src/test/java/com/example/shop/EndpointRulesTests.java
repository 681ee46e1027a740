package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.shop.Endpoints.Endpoint;
import io.watertight.security.EndpointRules;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Who may call what: asked of the running shop over HTTP, endpoint by endpoint and role by role. */
@ShopTest
class EndpointRulesTests {

    private static final Path COMMITTED = Path.of("../docs/endpoints.md");
    private static final Path ACTUAL = Path.of("target/endpoints.md");
    private static final List<String> CALLERS = List.of("", "customer", "clerk", "admin");

    @Autowired
    ApplicationContext context;

    @Autowired
    RestTestClient http;

    @Autowired
    TestAccounts accounts;

    @LocalServerPort
    int port;

    @Test
    void everyEndpointHasARule() {
        List<Endpoint> endpoints = Endpoints.of(context);
        assertThat(endpoints).hasSizeGreaterThan(40);
        assertThat(endpoints)
                .filteredOn(it -> EndpointRules.ruleFor(it.handler()).isEmpty())
                .as("endpoints without @RolesAllowed or @PermitAll; they are closed to everybody")
                .containsExactly(context.getBean(Forgotten.class).asEndpoint(endpoints));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "customer", "clerk", "admin"})
    void closesAnEndpointWithoutARuleToEverybody(String caller) {
        assertThat(statusOf(HttpMethod.GET, Forgotten.PATH, caller)).isIn(401, 403);
    }

    /** The rule is asked of the request as it will be answered, so no spelling of an address leads past it. */
    @ParameterizedTest
    @CsvSource({
        "GET, /api/orders/",
        "GET, //api/orders",
        "GET, /api//orders",
        "GET, /api/./orders",
        "GET, /api/x/../orders",
        "GET, /api/orders;x=1",
        "GET, /api/%6frders",
        "GET, /api%2forders",
        "GET, /API/orders",
        "GET, /api/orders.json",
        "HEAD, /api/orders",
        "GET, /actuator/metrics",
        "GET, /actuator/metrics/",
        "GET, /actuator;x/metrics",
        "GET, /v3/api-docs",
        "GET, /v3/api-docs.yaml",
        "GET, /v3/api-docs/swagger-config",
        "GET, /swagger-ui/index.html",
        "GET, /swagger-ui/swagger-initializer.js",
        "GET, /webjars/swagger-ui/index.html",
        "GET, /webjars/swagger-ui/swagger-ui-bundle.js",
        "GET, /webjars/htmx.org/package.json",
        "GET, /webjars/htmx.org/package.j%73on",
        "POST, /actuator/eventpublications"
    })
    void tellsNothingToNobody(String method, String path) {
        int status = accounts.as("", http)
                .method(HttpMethod.valueOf(method))
                .uri(URI.create("http://localhost:%d%s".formatted(port, path)))
                .exchange()
                .returnResult(byte[].class)
                .getStatus()
                .value();
        assertThat(status).isBetween(400, 499);
    }

    @Test
    void theTableInTheDocumentsIsWhatTheShopDoes() throws IOException {
        String rows = Stream.concat(
                        Endpoints.of(context).stream()
                                .filter(it -> !it.path().equals(Forgotten.PATH))
                                .map(it -> row(it.method(), it.path(), it.consumes())),
                        Stream.of(
                                row(HttpMethod.GET, "/v3/api-docs", ""),
                                row(HttpMethod.GET, "/swagger-ui/index.html", ""),
                                row(HttpMethod.GET, "/actuator", ""),
                                row(HttpMethod.GET, "/actuator/health", ""),
                                row(HttpMethod.GET, "/actuator/prometheus", ""),
                                row(HttpMethod.GET, "/actuator/eventpublications", ""),
                                row(HttpMethod.POST, "/actuator/eventpublications", "")))
                .collect(Collectors.joining("\n"));
        String actual = """
                # Who may call what

                *Made by a test that asks the running shop (`EndpointRulesTests`), which fails when this page is stale. To write it
                anew:* `cp app/target/endpoints.md docs/endpoints.md`

                "Anybody" need not say who he is. A customer gets at his own orders and his own address only: those of others do not
                exist for him (404), which another test tries for every endpoint. Which rule applies is written at each controller; how
                it is held stands in [security.md](security.md).

                | endpoint | anybody | customer | clerk | admin |
                | --- | :---: | :---: | :---: | :---: |
                %s
                """.formatted(rows);
        Files.writeString(ACTUAL, actual);
        assertThat(actual)
                .as("Who may call what has changed. If that is meant: cp app/%s docs/endpoints.md", ACTUAL)
                .isEqualTo(Files.exists(COMMITTED) ? Files.readString(COMMITTED) : "");
    }

    private String row(HttpMethod method, String path, String consumes) {
        String answers = CALLERS.stream()
                .map(it -> passes(method, path, consumes, it) ? "yes" : "")
                .collect(Collectors.joining(" | "));
        return "| `%s %s` | %s |".formatted(method, path, answers);
    }

    /** Whatever else is wrong with such a request: the lock let it pass. */
    private boolean passes(HttpMethod method, String path, String consumes, String caller) {
        String somewhere =
                path.replaceAll("\\{[^}]*id}", UUID.randomUUID().toString()).replaceAll("\\{[^}]*}", "NO-SUCH");
        RestTestClient.RequestBodySpec request = accounts.as(caller, http)
                .method(method)
                .uri(somewhere)
                .headers(headers -> {
                    if (!method.equals(HttpMethod.GET) && !consumes.isEmpty()) {
                        headers.setContentType(MediaType.valueOf(consumes));
                    }
                });
        int status = request.exchange().returnResult(byte[].class).getStatus().value();
        return status != HttpStatus.UNAUTHORIZED.value() && status != HttpStatus.FORBIDDEN.value();
    }

    private int statusOf(HttpMethod method, String path, String caller) {
        return accounts.as(caller, http)
                .method(method)
                .uri(path)
                .exchange()
                .returnResult(byte[].class)
                .getStatus()
                .value();
    }
}
