package com.example.shop;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The page that says who may call what is a committed file, like the contract. */
@ShopTest
class EndpointTableTests {

    private static final List<String> CALLERS = List.of("", "customer", "clerk", "admin");

    @Autowired
    ApplicationContext context;

    @Autowired
    RestTestClient http;

    @Autowired
    TestAccounts accounts;

    @Test
    void theTableInTheDocumentsIsWhatTheShopDoes() {
        String rows = Stream.concat(
                        Endpoints.of(context).stream()
                                .filter(it -> !it.path().equals(UnannotatedController.PATH))
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

                *Generated from the running shop by `EndpointTableTests`, which fails if this page is out of date. To update it:*
                `./mvnw verify -Dcontract=write`

                "Anybody" includes callers who have not signed in. A customer gets 404 for what belongs to another customer. Each
                controller declares its rule; [security.md](security.md) explains how it is enforced.

                | endpoint | anybody | customer | clerk | admin |
                | --- | :---: | :---: | :---: | :---: |
                %s
                """.formatted(rows);
        CommittedFile.named("endpoints.md").assertIs(actual);
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
}
