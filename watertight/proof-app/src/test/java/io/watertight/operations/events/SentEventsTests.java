package io.watertight.operations.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.watertight.boundary.Modules;
import io.watertight.proof.PlatformTest;
import io.watertight.proof.bells.Bell;
import io.watertight.proof.bells.Cast;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.mock.MockProducerFactory;
import org.springframework.modulith.events.core.EventSerializer;

/** A broker that does not respond holds up only its topic, and an event that it refuses holds up nothing. */
@PlatformTest
class SentEventsTests {

    private static final Object EVENT = new Cast("north");
    private static final Object OF_ANOTHER_TOPIC = new Bell(7, "south");

    private final Broker broker = new Broker();

    @Autowired
    Modules modules;

    @Autowired
    EventSerializer serializer;

    private SentEvents events;

    @BeforeEach
    void connect() {
        events = new SentEvents(
                new EventTopics("proof", modules),
                serializer,
                new KafkaTemplate<>(new MockProducerFactory<>(() -> broker)));
    }

    @Test
    void waitForATopicThatDidNotRespondAMomentAgo() throws InterruptedException {
        broker.failure = new TimeoutException("no leader");
        assertThatExceptionOfType(BrokerAwayException.class)
                .isThrownBy(() -> events.send(EVENT))
                .withMessageContaining("no leader");
        broker.failure = null;

        assertThatExceptionOfType(BrokerAwayException.class)
                .isThrownBy(() -> events.send(EVENT))
                .withMessageContaining("did not respond a moment ago");

        assertThat(broker.history()).isEmpty();
        events.send(OF_ANOTHER_TOPIC);
        assertThat(broker.history())
                .singleElement()
                .satisfies(it -> assertThat(it.topic()).isEqualTo("proof.bells.Bell"));
    }

    @Test
    void doNotWaitForOneThatTheBrokerRefuses() throws InterruptedException {
        broker.failure = new RecordTooLargeException("1 MB at most");
        assertThatExceptionOfType(KafkaException.class)
                .isThrownBy(() -> events.send(EVENT))
                .withMessageContaining("The broker refuses the event");
        broker.failure = null;

        events.send(EVENT);

        assertThat(broker.history())
                .singleElement()
                .satisfies(it -> assertThat(it.key()).isEqualTo("north"));
    }

    private static class Broker extends MockProducer<String, String> {

        private @Nullable ApiException failure;

        Broker() {
            super(true, null, new StringSerializer(), new StringSerializer());
        }

        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<String, String> event, Callback callback) {
            if (failure == null) {
                return super.send(event, callback);
            }
            callback.onCompletion(null, failure);
            return CompletableFuture.failedFuture(failure);
        }

        /** The template closes the producer after each event. */
        @Override
        public void close(Duration timeout) {
            // The next event uses it again.
        }
    }
}
