package io.watertight.operations.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.watertight.proof.PlatformTest;
import io.watertight.proof.bells.Bells;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.core.EventPublicationRepository;
import org.springframework.transaction.support.TransactionOperations;

/** In these tests an instance counts as dead when it has been silent for two seconds. */
@PlatformTest
class TakenOverPublicationsTests {

    private final Bells bells;
    private final JdbcClient jdbc;

    TakenOverPublicationsTests(@Autowired Bells bells, @Autowired JdbcClient jdbc) {
        this.bells = bells;
        this.jdbc = jdbc;
    }

    @AfterEach
    void forgetEverything() {
        jdbc.sql("delete from events.event_publication").update();
        jdbc.sql("delete from events.instance where seen_at > now() + interval '1 minute'")
                .update();
    }

    @Test
    void areThoseOfADeadInstanceAndNotThoseOfALivingOneHoweverLongItsListenerWaits() {
        UUID living = UUID.randomUUID();
        UUID dead = UUID.randomUUID();
        jdbc.sql("""
                        insert into events.instance (id, seen_at)
                        values (?, now() + interval '1 hour'), (?, now() - interval '1 hour')""").params(living, dead).update();
        UUID waiting = publication("waiting", "PROCESSING", living, 1);
        UUID again = publication("again", "RESUBMITTED", living, 2);
        UUID cutOff = publication("cut off", "PROCESSING", dead, 1);
        UUID cutOffAgain = publication("cut off again", "RESUBMITTED", dead, 2);

        await().untilAsserted(() -> {
            assertThat(statusOf(cutOff)).isEqualTo("COMPLETED");
            assertThat(statusOf(cutOffAgain)).isEqualTo("COMPLETED");
        });
        assertThat(statusOf(waiting)).isEqualTo("PROCESSING");
        assertThat(statusOf(again)).isEqualTo("RESUBMITTED");
        assertThat(bells.heard("waiting")).isEmpty();
        assertThat(bells.heard("again")).isEmpty();
    }

    @Test
    void areGivenUpWhereEachInstanceThatTookThemDied() {
        UUID deadly = publication("deadly", "RESUBMITTED", UUID.randomUUID(), 3);

        await().untilAsserted(() -> assertThat(statusOf(deadly)).isEqualTo("FAILED"));
        assertThat(bells.heard("deadly")).isEmpty();
    }

    /** It was published in a transaction that took longer than an instance may be silent. */
    @Test
    void areNotThoseThatThisInstanceHasJustBegun(
            @Autowired Instances instances, @Autowired TransactionOperations transactions) {
        UUID judged = publication("judged", "RESUBMITTED", UUID.randomUUID(), 3);
        await().untilAsserted(() -> assertThat(statusOf(judged)).isEqualTo("FAILED"));
        bells.close();
        try {
            transactions.executeWithoutResult(_ -> {
                bells.ring("late", 0);
                jdbc.sql("""
                                update events.event_publication
                                   set publication_date = now() - interval '1 minute', last_resubmission_date = now() - interval '1 minute'
                                 where serialized_event like '%late%'""").update();
            });
            await().untilAsserted(() ->
                    assertThat(jdbc.sql("""
                                    select status from events.event_publication where serialized_event like '%late%'""").query(String.class).single()).isEqualTo("PROCESSING"));

            assertThat(instances.takeOver(true)).isZero();
        } finally {
            bells.open();
        }
        await().untilAsserted(() -> assertThat(bells.heard("late")).hasSize(1));
    }

    /** This instance was silent for too long, and its listener fails when another instance is already processing the event. */
    @Test
    void areNoLongerAffectedByTheInstanceThatTheyWereTakenFrom(@Autowired EventPublicationRepository registry) {
        UUID living = UUID.randomUUID();
        jdbc.sql("insert into events.instance (id, seen_at) values (?, now() + interval '1 hour')")
                .param(living)
                .update();
        UUID taken = publication("taken", "PROCESSING", living, 2);

        registry.markFailed(taken);

        assertThat(statusOf(taken)).isEqualTo("PROCESSING");
    }

    private UUID publication(String bell, String status, UUID instance, int attempts) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into events.event_publication (id, listener_id, event_type, serialized_event, publication_date,
                               status, instance, completion_attempts, last_resubmission_date)
                        values (?, 'bells.hear', 'io.watertight.proof.bells.Rung', ?, now() - interval '2 minutes',
                                ?, ?, ?, now() - interval '2 minutes')""")
                .params(id, "{\"bell\":\"%s\"}".formatted(bell), status, instance, attempts)
                .update();
        return id;
    }

    private String statusOf(UUID id) {
        return jdbc.sql("select status from events.event_publication where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }
}
