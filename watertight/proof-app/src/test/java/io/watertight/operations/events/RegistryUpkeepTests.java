package io.watertight.operations.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.proof.PlatformTest;
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
