package io.watertight.operations.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.watertight.api.InvalidCursorException;
import io.watertight.api.PageDto;
import io.watertight.operations.events.PublicationLog.OpenPublication;
import io.watertight.proof.PlatformTest;
import io.watertight.proof.bells.Bells;
import io.watertight.testing.statements.StatementCounter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.servlet.mvc.support.RedirectAttributesModelMap;

@PlatformTest
class EventsPageTests {

    private static final int ALWAYS = 1_000;
    private static final String HOSTILE = "<script>alert(1)</script>";

    @Autowired
    Bells bells;

    @Autowired
    PublicationLog publications;

    @Autowired
    EventsController controller;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RestTestClient http;

    @Autowired
    StatementCounter statements;

    private final RedirectAttributesModelMap answer = new RedirectAttributesModelMap();

    @AfterEach
    void forgetEverything() {
        await().until(() -> countOf("status in ('PUBLISHED', 'PROCESSING', 'RESUBMITTED')") == 0);
        jdbc.sql("delete from events.event_publication").update();
    }

    @Test
    void showsWhyAListenerFailedAndHasItTriedAgain() {
        bells.ring(HOSTILE, ALWAYS);
        UUID id = givenUp(HOSTILE);

        assertThat(page("/events"))
                .contains(
                        "Rung", "bells.hear", "given up", "java.lang.IllegalStateException", "The bell has no clapper")
                .contains("&lt;script&gt;alert(1)")
                .doesNotContain(HOSTILE);
        assertThat(page("/events/home")).contains("<dd>1</dd>", "has been waiting since");

        bells.mend(HOSTILE);
        post("/events/" + id + "/retry");

        await().untilAsserted(() -> assertThat(statusOf(id)).isEqualTo("COMPLETED"));
        assertThat(page("/events")).contains("All events have been processed.");
    }

    @Test
    void triesAllAgainThatFailed() {
        bells.ring("rusty", ALWAYS);
        bells.ring("mute", ALWAYS);
        UUID rusty = givenUp("rusty");
        UUID mute = givenUp("mute");
        bells.mend("rusty");
        bells.mend("mute");

        assertThat(told(controller.retryAll(null, answer), answer)).contains("All failed events (2)");

        await().untilAsserted(() ->
                assertThat(List.of(statusOf(rusty), statusOf(mute))).containsOnly("COMPLETED"));
        assertThat(told(controller.retryAll(null, answer), answer)).contains("Nothing was changed");
        assertThat(jdbc.sql("select subject || ' ' || actor from audit.entry where action = 'retry'")
                        .query(String.class)
                        .list())
                .contains(rusty + " tester", mute + " tester");
    }

    @Test
    void changesNothingForWhatIsCompletedOrUnderWayOrUnknown() {
        bells.ring("sound", 0);
        UUID completed = idOf("sound");
        await().untilAsserted(() -> assertThat(statusOf(completed)).isEqualTo("COMPLETED"));
        UUID running = stored("PROCESSING", 1);
        Map<String, Object> before = rowOf(completed);

        assertThat(told(controller.retry(null, completed, answer), answer))
                .contains("has processed this event in the meantime");
        assertThat(told(controller.retry(null, running, answer), answer)).contains("is processing the event");
        assertThat(told(controller.retry(null, UUID.randomUUID(), answer), answer))
                .contains("is not in the registry");

        assertThat(rowOf(completed)).isEqualTo(before);
        assertThat(bells.heard("sound")).hasSize(1);
        jdbc.sql("delete from events.event_publication where id = ?")
                .param(running)
                .update();
    }

    @Test
    void isReadPageByPageTheOldestFirst() {
        for (int number = 0; number < 7; number++) {
            stored("FAILED", ALWAYS);
        }
        jdbc.sql("update events.event_publication set publication_date = now()").update();
        List<OpenPublication> read = new ArrayList<>();
        String cursor = null;
        do {
            PageDto<OpenPublication> page = publications.open(cursor, 3);
            read.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);

        assertThat(read).hasSize(7).doesNotHaveDuplicates();
        assertThat(read).extracting(OpenPublication::id).map(UUID::toString).isSorted();
        assertThatExceptionOfType(InvalidCursorException.class).isThrownBy(() -> publications.open("made up", 3));
    }

    @Test
    void leadsOnFromALongListAndTakesAsManyStatements() {
        for (int number = 0; number < 51; number++) {
            stored("FAILED", ALWAYS);
        }

        String first = page("/events", "a long list");

        assertThat(first).contains("hx-select-oob=\"#more\"", "No exception was recorded");
        assertThat(statements.of("a long list")).hasCount(2);
    }

    private UUID givenUp(String bell) {
        await().untilAsserted(() -> assertThat(
                        countOf("status = 'FAILED' and completion_attempts = 3 and id = '" + idOf(bell) + "'"))
                .isOne());
        return idOf(bell);
    }

    private UUID stored(String status, int attempts) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into events.event_publication (id, listener_id, event_type, serialized_event,
                               publication_date, status, completion_attempts, last_resubmission_date)
                        values (?, 'bells.hear', 'io.watertight.proof.bells.Rung', ?, now(), ?, ?, now())""")
                .params(id, "{\"bell\":\"%s\"}".formatted(id), status, attempts)
                .update();
        return id;
    }

    private static String told(String view, RedirectAttributesModelMap answer) {
        assertThat(view).isEqualTo("redirect:/events");
        return String.valueOf(answer.getFlashAttributes().get("told"));
    }

    private Map<String, Object> rowOf(UUID id) {
        return jdbc.sql("select * from events.event_publication where id = ?")
                .param(id)
                .query()
                .singleRow();
    }

    private String statusOf(UUID id) {
        return publications.statusOf(id).orElseThrow();
    }

    private UUID idOf(String bell) {
        return jdbc.sql("select id from events.event_publication where serialized_event = ?")
                .param("{\"bell\":\"%s\"}".formatted(bell))
                .query(UUID.class)
                .single();
    }

    private long countOf(String condition) {
        return jdbc.sql("select count(*) from events.event_publication where " + condition)
                .query(Long.class)
                .single();
    }

    private void post(String address) {
        http.post().uri(address).accept(MediaType.TEXT_HTML).exchange();
    }

    private String page(String address) {
        return page(address, UUID.randomUUID().toString());
    }

    private String page(String address, String counted) {
        String page = http.get()
                .uri(address)
                .accept(MediaType.TEXT_HTML)
                .header(StatementCounter.HEADER, counted)
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(String.class)
                .getResponseBody();
        assertThat(page).isNotNull();
        return page;
    }
}
