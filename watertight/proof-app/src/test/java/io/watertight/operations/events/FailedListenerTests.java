package io.watertight.operations.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.watertight.api.ModuleUnavailableException;
import io.watertight.proof.PlatformTest;
import io.watertight.proof.bells.Bells;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** In these tests a listener is given an event three times at most, first after 200 ms and then after 400 ms. */
@PlatformTest
class FailedListenerTests {

    private static final int ALWAYS = 1_000;
    private static final Duration LONGER_THAN_ANY_PAUSE = Duration.ofMillis(1_200);

    private final Bells bells;
    private final JdbcClient jdbc;
    private final RestTestClient http;

    FailedListenerTests(@Autowired Bells bells, @Autowired JdbcClient jdbc, @Autowired RestTestClient http) {
        this.bells = bells;
        this.jdbc = jdbc;
        this.http = http;
    }

    @AfterEach
    void forgetEverything() {
        await().until(() -> count("status in ('PUBLISHED', 'PROCESSING', 'RESUBMITTED')") == 0);
        jdbc.sql("delete from events.event_publication").update();
    }

    @Test
    void isTriedAgainAfterGrowingPausesUntilItSucceeds() {
        bells.ring("hoarse", 2);

        await().untilAsserted(() -> assertThat(statusOf("hoarse")).isEqualTo("COMPLETED"));
        List<Instant> heard = bells.heard("hoarse");
        Instant published = publishedAt("hoarse");
        assertThat(heard).hasSize(3);
        assertThat(heard.get(1)).isAfterOrEqualTo(published.plusMillis(200));
        assertThat(heard.get(2)).isAfterOrEqualTo(published.plusMillis(200 + 400));
    }

    @Test
    void isGivenUpAfterTheLimitAndStaysVisibleUntilAPersonHasItTriedAgain() throws InterruptedException {
        bells.ring("broken", ALWAYS);
        bells.ring("also broken", ALWAYS);

        await().untilAsserted(() -> assertThat(count("status = 'FAILED' and completion_attempts = 3"))
                .isEqualTo(2));
        Thread.sleep(LONGER_THAN_ANY_PAUSE);
        assertThat(bells.heard("broken")).hasSize(3);
        assertThat(bells.heard("also broken")).hasSize(3);
        await().untilAsserted(() -> assertThat(givenUpByGauge()).isEqualTo(2));
        JsonNode overview = overview();
        assertThat(overview.path("publicationsByStatus").toString()).isEqualTo("{\"GIVEN_UP\":2}");
        JsonNode first = overview.path("incomplete").path(0);
        assertThat(first.path("id").asString()).isEqualTo(idOf("broken").toString());
        assertThat(first.path("listenerId").asString()).isEqualTo("bells.hear");
        assertThat(first.path("eventType").asString()).endsWith(".Rung");
        assertThat(first.path("status").asString()).isEqualTo("GIVEN_UP");
        assertThat(first.path("completionAttempts").asInt()).isEqualTo(3);

        bells.mend("broken");
        retry("{\"id\":\"%s\"}".formatted(idOf("broken")));

        await().untilAsserted(() -> assertThat(statusOf("broken")).isEqualTo("COMPLETED"));
        assertThat(statusOf("also broken")).isEqualTo("FAILED");

        bells.mend("also broken");
        retry("{}");

        await().untilAsserted(() -> assertThat(statusOf("also broken")).isEqualTo("COMPLETED"));
        assertThat(bells.heard("broken")).hasSize(4);
        assertThat(bells.heard("also broken")).hasSize(4);
        assertThat(overview().toString()).isEqualTo("{\"publicationsByStatus\":{},\"incomplete\":[]}");
        await().untilAsserted(() -> assertThat(givenUpByGauge()).isZero());
    }

    @Test
    void isTriedAgainAtTheSamePaceUntilTheProcessThatItCallsResponds() {
        bells.ring("unheard", ALWAYS, new IllegalStateException(new ModuleUnavailableException("towers")));

        await().untilAsserted(() -> assertThat(bells.heard("unheard")).hasSizeGreaterThan(6));
        assertThat(count("completion_attempts > 2")).isZero();

        bells.mend("unheard");
        await().untilAsserted(() -> assertThat(statusOf("unheard")).isEqualTo("COMPLETED"));
    }

    @Test
    void isTriedAgainWhereACrashKeptItFromEnding() {
        for (String status : List.of("PUBLISHED", "PROCESSING", "RESUBMITTED")) {
            jdbc.sql("""
                            insert into events.event_publication (id, listener_id, event_type, serialized_event,
                                   publication_date, status, completion_attempts, last_resubmission_date)
                            values (?, 'bells.hear', 'io.watertight.proof.bells.Rung', ?,
                                   now() - interval '1 minute', ?, 1, now() - interval '1 minute')""")
                    .params(UUID.randomUUID(), "{\"bell\":\"%s\"}".formatted(status), status)
                    .update();
        }

        await().untilAsserted(() -> assertThat(count("status = 'COMPLETED' and completion_attempts > 1"))
                .isEqualTo(3));
        assertThat(bells.heard("PUBLISHED")).isNotEmpty();
        assertThat(bells.heard("PROCESSING")).isNotEmpty();
        assertThat(bells.heard("RESUBMITTED")).isNotEmpty();
    }

    private JsonNode overview() {
        return body("/actuator/eventpublications");
    }

    private int givenUpByGauge() {
        return body("/actuator/metrics/events.publications?tag=status:GIVEN_UP")
                .path("measurements")
                .path(0)
                .path("value")
                .asInt();
    }

    private JsonNode body(String address) {
        JsonNode body =
                http.get().uri(address).exchange().returnResult(JsonNode.class).getResponseBody();
        assertThat(body).isNotNull();
        return body;
    }

    private void retry(String which) {
        http.post()
                .uri("/actuator/eventpublications")
                .contentType(MediaType.APPLICATION_JSON)
                .body(which)
                .exchange()
                .expectStatus()
                .isOk();
    }

    private UUID idOf(String bell) {
        return jdbc.sql("select id from events.event_publication where serialized_event = ?")
                .param("{\"bell\":\"%s\"}".formatted(bell))
                .query(UUID.class)
                .single();
    }

    private Instant publishedAt(String bell) {
        return jdbc.sql("select publication_date from events.event_publication where id = ?")
                .param(idOf(bell))
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private String statusOf(String bell) {
        return jdbc.sql("select status from events.event_publication where id = ?")
                .param(idOf(bell))
                .query(String.class)
                .single();
    }

    private long count(String condition) {
        return jdbc.sql("select count(*) from events.event_publication where " + condition)
                .query(Long.class)
                .single();
    }
}
