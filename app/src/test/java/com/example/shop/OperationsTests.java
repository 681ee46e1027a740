package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

@ShopTest
class OperationsTests {

    @Autowired
    RestTestClient http;

    @Autowired
    ShopClient shop;

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"})
    void isHealthy(String path) {
        assertThat(shop.get(path).get("status").asString()).isEqualTo("UP");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/info",
                "/actuator/metrics/events.publications",
                "/actuator/eventpublications",
                "/v3/api-docs"
            })
    void showsOperatorsWhatTheyAskFor(String path) {
        assertThat(shop.get(path)).isNotEmpty();
    }

    @Test
    void offersItsMetricsToPrometheus() {
        http.get()
                .uri("/actuator/prometheus")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(it -> assertThat(it).contains("events_publications", "hikaricp_connections"));
    }

    @Test
    void tellsItsModulesAndTheirDependencies() {
        assertThat(shop.get("/actuator/modulith").toString()).contains("\"catalog\"", "\"customers\"", "\"orders\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/env", "/actuator/beans", "/actuator/heapdump", "/actuator/shutdown"})
    void keepsTheRestToItself(String path) {
        http.get().uri(path).exchange().expectStatus().isNotFound();
    }

    @Test
    void servesSwaggerUi() {
        http.get().uri("/swagger-ui/index.html").exchange().expectStatus().isOk();
    }
}
