package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.shop.Endpoints.Endpoint;
import io.watertight.security.EndpointRules;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Who may call what: asked of the running shop over HTTP, endpoint by endpoint and role by role. */
@ShopTest
class EndpointRulesTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    EndpointRules rules;

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
                .filteredOn(it -> rules.ruleFor(it.handler()).isEmpty())
                .as("endpoints without @RolesAllowed or @PermitAll; they are closed to everybody")
                .containsExactly(context.getBean(UnannotatedController.class).asEndpoint(endpoints));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "customer", "clerk", "admin"})
    void closesAnEndpointWithoutARuleToEverybody(String caller) {
        assertThat(statusOf(HttpMethod.GET, UnannotatedController.PATH, caller)).isIn(401, 403);
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
