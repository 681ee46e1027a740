package io.watertight.operations.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.proof.PlatformTest;
import io.watertight.testing.statements.StatementCounter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest
class RegistryUpkeepTests {

    private final RegistryUpkeep upkeep;
    private final JdbcClient jdbc;

    RegistryUpkeepTests(@Autowired RegistryUpkeep upkeep, @Autowired JdbcClient jdbc) {
        this.upkeep = upkeep;
        this.jdbc = jdbc;
    }

    @Test
    void forgetsWhatWasCompletedAWeekAgoAndNothingElse() {
        UUID old = publication("COMPLETED", 8);
        UUID young = publication("COMPLETED", 6);
        UUID failed = publication("FAILED", 8);

        upkeep.forgetCompleted();

        assertThat(jdbc.sql("select id from events.event_publication where id in (?, ?, ?)")
                        .params(old, young, failed)
                        .query(UUID.class)
                        .set())
                .containsExactlyInAnyOrder(young, failed);
        jdbc.sql("delete from events.event_publication where id in (?, ?)")
                .params(young, failed)
                .update();
    }

    /** In one statement, a registry that has grown too large for its time-out could never be cleaned up again. */
    @Test
    void forgetsInBatches(@Autowired StatementCounter statements) {
        jdbc.sql("""
                        insert into events.event_publication (id, listener_id, event_type, serialized_event,
                               publication_date, completion_date, status, completion_attempts)
                        select gen_random_uuid(), 'nobody', 'io.watertight.proof.bells.Rung', '{}', now() - interval '9 days',
                               now() - interval '8 days', 'COMPLETED', 1
                          from generate_series(1, 20001)""").update();
        jdbc.sql("""
                        insert into events.received (module, topic, aggregate, version, at)
                        select 'bells', 'rung', number, 1, now() - interval '8 days' from generate_series(1, 20001) number""").update();

        List<String> deletions = statements.during(upkeep::forgetCompleted).sql().stream()
                .map(it -> it.toLowerCase(Locale.ROOT))
                .filter(it -> it.contains("delete from events."))
                .toList();

        assertThat(deletions.stream().filter(it -> it.contains("events.event_publication")))
                .hasSize(3);
        assertThat(deletions.stream().filter(it -> it.contains("events.received")))
                .hasSize(3);
        assertThat(jdbc.sql("""
                        select (select count(*) from events.event_publication where completion_date < now() - interval '7 days')
                             + (select count(*) from events.received where at < now() - interval '7 days')""").query(Long.class).single()).isZero();
    }

    private UUID publication(String status, int daysAgo) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into events.event_publication (id, listener_id, event_type, serialized_event,
                               publication_date, completion_date, status, completion_attempts)
                        select ?, 'nobody', 'io.watertight.proof.bells.Rung', '{}', day,
                               case when ? = 'COMPLETED' then day end, ?, 100
                          from (select now() - make_interval(days => ?)) days (day)""").params(id, status, status, daysAgo).update();
        return id;
    }
}
