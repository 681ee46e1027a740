package io.watertight.operations.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.watertight.proof.PlatformTest;
import io.watertight.proof.bells.Cast;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.UnexpectedRollbackException;

/** What becomes of events from other processes that cannot be published. */
@PlatformTest
class ReceivedEventsTests {

    private static final ConsumerRecord<String, String> CAST =
            new ConsumerRecord<>("cast", 0, 0, "", "{\"bell\":\"from elsewhere\"}");

    @Autowired
    ModuleListeners listeners;

    @Autowired
    EventReader reader;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PublicationLog publications;

    @Autowired
    FailureLog failures;

    @AfterEach
    void forgetEverything() {
        jdbc.sql("delete from events.failure").update();
        jdbc.sql("delete from events.event_publication").update();
    }

    static Stream<RuntimeException> faults() {
        return Stream.of(new DuplicateKeyException("there already"), new UnexpectedRollbackException("there already"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void waitInTheRegistryWhereTheyAreAtFaultSoThatLaterOnesGetThrough(RuntimeException fault) {
        received(fault).onMessage(CAST);
        assertThat(jdbc.sql("select message from events.failure")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .containsOnly("there already");
    }

    @Test
    void areReadAgainWhereTheDatabaseIs() {
        assertThatExceptionOfType(CannotAcquireLockException.class)
                .isThrownBy(
                        () -> received(new CannotAcquireLockException("held")).onMessage(CAST));
        assertThat(jdbc.sql("select count(*) from events.failure")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private ReceivedEvents received(RuntimeException failure) {
        EventTopics topics = mock(EventTopics.class);
        when(topics.isFromElsewhere(Cast.class)).thenReturn(true);
        when(topics.of(Cast.class)).thenReturn("cast");
        return new ReceivedEvents(
                topics,
                listeners,
                reader,
                _ -> {
                    throw failure;
                },
                transactions,
                jdbc,
                publications,
                failures);
    }
}
