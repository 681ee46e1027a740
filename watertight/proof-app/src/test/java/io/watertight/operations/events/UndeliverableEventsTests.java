package io.watertight.operations.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.watertight.proof.PlatformTest;
import io.watertight.proof.bells.BellService;
import io.watertight.proof.bells.Bells;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.support.RedirectAttributesModelMap;

@PlatformTest
class UndeliverableEventsTests {

    private static final String RUNG = "io.watertight.proof.bells.Rung";
    private static final int GIVEN_UP = 100_000;

    @Autowired
    Bells bells;

    @Autowired
    BellService inTheModule;

    @Autowired
    FailureLog failures;

    @Autowired
    EventsController page;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void forgetEverything() {
        jdbc.sql("delete from events.event_publication").update();
    }

    @Test
    void sayWhyAndStopNoOther() {
        UUID renamedField = failed(3, "bells.hear", RUNG, "{\"tower\":\"north\"}");
        UUID goneClass = failed(3, "bells.hear", "io.watertight.proof.bells.Tolled", "{}");
        UUID goneListener = failed(3, "bells.listen", RUNG, "{\"bell\":\"unheard\"}");
        UUID nothing = failed(3, "bells.hear", RUNG, "null");
        UUID first = failed(2, "bells.hear", RUNG, "{\"bell\":\"first after\"}");
        UUID second = failed(1, "bells.hear", RUNG, "{\"bell\":\"second after\"}");

        assertThat(page.retryAll(null, new RedirectAttributesModelMap())).isEqualTo("redirect:/events");

        await().untilAsserted(() -> {
            assertThat(statusOf(first)).isEqualTo("COMPLETED");
            assertThat(statusOf(second)).isEqualTo("COMPLETED");
            assertThat(reasonOf(renamedField)).contains("cannot be read as " + RUNG, "tower");
            assertThat(reasonOf(goneClass)).isEqualTo("There is no class io.watertight.proof.bells.Tolled.");
            assertThat(reasonOf(nothing)).isEqualTo("The event cannot be read as %s: it is null".formatted(RUNG));
            assertThat(reasonOf(goneListener)).isEqualTo("There is no listener with the id 'bells.listen'.");
        });
        assertThat(statusOf(renamedField)).isEqualTo("FAILED");
    }

    @Test
    void areNoneOfThoseThatANewerInstanceHasStoredWithAFurtherField() {
        UUID newer = failed(1, "bells.hear", RUNG, "{\"bell\":\"of tomorrow\",\"weight\":{\"kilograms\":7}}");

        page.retryAll(null, new RedirectAttributesModelMap());

        await().untilAsserted(() -> assertThat(statusOf(newer)).isEqualTo("COMPLETED"));
        assertThat(bells.heard("of tomorrow")).hasSize(1);
    }

    @Test
    void thatWereGivenUpDoNotKeepANewFailureFromItsRetry() {
        jdbc.sql("""
                        insert into events.event_publication (id, listener_id, event_type, serialized_event, publication_date,
                               status, completion_attempts)
                        select gen_random_uuid(), 'bells.hear', ?, '{"bell":"buried"}', now() - interval '1 day', 'FAILED', 3
                          from generate_series(1, ?)""").params(RUNG, GIVEN_UP).update();

        bells.ring("new failure", 1);

        await().untilAsserted(() -> assertThat(bells.heard("new failure")).hasSize(2));
        assertThat(bells.heard("buried")).isEmpty();
    }

    @Test
    void areShownWithTheRootCauseFirst() {
        UUID id = failed(0, "bells.hear", RUNG, "{\"bell\":\"refused\"}");
        Throwable refusal = catchThrowable(() -> inTheModule.transact(
                () -> jdbc.sql("select name from towers.tower").query().listOfRows()));

        failures.record(id, refusal);

        assertThat(reasonOf(id)).startsWith("ERROR: permission denied for");
    }

    private UUID failed(int minutesAgo, String listener, String type, String event) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into events.event_publication (id, listener_id, event_type, serialized_event, publication_date,
                               status, completion_attempts)
                        values (?, ?, ?, ?, now() - make_interval(mins => ?), 'FAILED', 3)""").params(id, listener, type, event, minutesAgo).update();
        return id;
    }

    private String statusOf(UUID id) {
        return jdbc.sql("select status from events.event_publication where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private String reasonOf(UUID id) {
        return jdbc.sql("select message from events.failure where publication_id = ?")
                .param(id)
                .query(String.class)
                .optional()
                .orElse("");
    }
}
