package io.watertight.operations.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.watertight.proof.PlatformTest;
import io.watertight.proof.bells.Bells;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;

/** In these tests two listeners run at once, four events wait for them, and there are ten connections. */
@PlatformTest
class PublishersTests {

    private static final int PUBLISHERS = 40;

    private final Bells bells;
    private final FailedEventPublications failed;
    private final JdbcClient jdbc;

    PublishersTests(@Autowired Bells bells, @Autowired FailedEventPublications failed, @Autowired JdbcClient jdbc) {
        this.bells = bells;
        this.failed = failed;
        this.jdbc = jdbc;
    }

    @AfterEach
    void forgetEverything() {
        bells.open();
        await().until(() -> count("completion_date is null") == 0);
        jdbc.sql("delete from events.event_publication").update();
    }

    @Test
    void doNotWaitForListenersHoweverManyTheyAreAndNoEventIsLostOrTakenTwice() throws Exception {
        List<String> names =
                IntStream.range(0, PUBLISHERS).mapToObj(it -> "crowd " + it).toList();
        bells.close();
        try (ExecutorService publishers = Executors.newFixedThreadPool(PUBLISHERS)) {
            List<Future<Boolean>> published = publishers.invokeAll(
                    names.stream()
                            .<Callable<Boolean>>map(it -> () -> {
                                bells.ring(it, 0);
                                return true;
                            })
                            .toList(),
                    30,
                    TimeUnit.SECONDS);
            assertThat(published).allSatisfy(it -> assertThat(it.isCancelled()).isFalse());
        } finally {
            assertThat(count("completion_date is null")).isEqualTo(PUBLISHERS);
            bells.open();
        }

        await().until(() -> count("status = 'COMPLETED'") == PUBLISHERS);
        assertThat(names).allSatisfy(it -> assertThat(bells.heard(it)).hasSize(1));
    }

    @Test
    void whatDoesNotFitWhenItIsDeliveredAgainGoesBackToTheRegistryWithoutCounting() {
        bells.close();
        IntStream.range(0, 16).forEach(it -> bells.ring("crowd again " + it, 0));
        await().until(() -> count("status = 'PROCESSING'") == 2);
        jdbc.sql("""
                        update events.event_publication set status = 'FAILED', next_attempt_at = now(), completion_attempts = 3
                         where serialized_event like '%crowd again 1_"%'""").update();

        ListenerThread.resubmit(
                () -> failed.resubmit(ResubmissionOptions.defaults().withBatchSize(16)));

        await().untilAsserted(() -> assertThat(count("status = 'PUBLISHED' and completion_attempts = 3"))
                .isEqualTo(6));
    }

    private long count(String condition) {
        return jdbc.sql("select count(*) from events.event_publication where serialized_event like '%crowd %' and "
                        + condition)
                .query(Long.class)
                .single();
    }
}
