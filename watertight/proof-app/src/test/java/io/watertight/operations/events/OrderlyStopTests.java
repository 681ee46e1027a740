package io.watertight.operations.events;

import static java.util.concurrent.CompletableFuture.delayedExecutor;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.watertight.proof.EmptyDatabase;
import io.watertight.proof.PlatformTest;
import io.watertight.proof.TestApplication;
import io.watertight.proof.bells.Bells;
import io.watertight.testing.WholeDatabase;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** An instance of its own, on a database of its own, which runs two listeners at once and is stopped. */
@PlatformTest
class OrderlyStopTests {

    private final EmptyDatabase database;
    private final JdbcClient registry;

    OrderlyStopTests(@Autowired WholeDatabase server, @Autowired JdbcConnectionDetails connection) {
        this.database = new EmptyDatabase(server, connection, "orderly_stop");
        this.registry = JdbcClient.create(new DriverManagerDataSource(database.url(), "application", "application"));
    }

    @AfterEach
    void dropDatabase() {
        database.close();
    }

    @Test
    void letsRunningListenersFinishAndLeavesWhatHasNotBegunToTheNextStart() {
        Bells bells;
        try (ConfigurableApplicationContext instance = start()) {
            bells = instance.getBean(Bells.class);
            bells.close();
            for (String bell : List.of("first", "second", "third")) {
                bells.ring(bell, 0);
            }
            await().untilAsserted(() -> assertThat(statuses())
                    .containsAllEntriesOf(Map.of("first", "PROCESSING", "second", "PROCESSING", "third", "PUBLISHED")));
            delayedExecutor(1, SECONDS).execute(bells::open);
        }

        assertThat(statuses()).isEqualTo(Map.of("first", "COMPLETED", "second", "COMPLETED", "third", "PUBLISHED"));
        assertThat(bells.heard("third")).isEmpty();

        try (ConfigurableApplicationContext next = start()) {
            await().untilAsserted(() -> assertThat(statuses().values()).containsOnly("COMPLETED"));
            assertThat(next.getBean(Bells.class).heard("third")).hasSize(1);
        }
    }

    /** An attempt that was not made does not count. */
    @Test
    void putsBackWhatWasClaimedAndHasNotBegun() {
        try (ConfigurableApplicationContext instance = start()) {
            Bells bells = instance.getBean(Bells.class);
            bells.close();
            registry.sql("""
                            insert into events.event_publication (id, listener_id, event_type, serialized_event, publication_date,
                                   status, completion_attempts, next_attempt_at)
                            select gen_random_uuid(), 'bells.hear', 'io.watertight.proof.bells.Rung', '{"bell":"' || number || '"}',
                                   now() + make_interval(secs => number), 'FAILED', 2, now()
                              from generate_series(1, 3) as number""").update();
            await().untilAsserted(() ->
                    assertThat(statuses()).isEqualTo(Map.of("1", "PROCESSING", "2", "PROCESSING", "3", "RESUBMITTED")));
            delayedExecutor(1, SECONDS).execute(bells::open);
        }

        assertThat(statuses()).isEqualTo(Map.of("1", "COMPLETED", "2", "COMPLETED", "3", "PUBLISHED"));
        assertThat(registry.sql("select completion_attempts from events.event_publication where status = 'PUBLISHED'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(TestApplication.class)
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=" + database.url(),
                        "--spring.datasource.username=application",
                        "--spring.datasource.password=application",
                        "--spring.flyway.user=migrator",
                        "--spring.flyway.password=migrator");
    }

    private Map<String, String> statuses() {
        return registry
                .sql("select serialized_event::json->>'bell' as bell, status from events.event_publication")
                .query((row, _) -> Map.entry(row.getString("bell"), row.getString("status")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
