package io.watertight.security.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.api.Actor;
import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.core.serializer.support.SerializingConverter;

/** What a session holds outlives a restart, and a new release signs people out instead of failing. */
class LenientDeserializerTests {

    private final LenientDeserializer sessions =
            new LenientDeserializer(getClass().getClassLoader(), List.of("java.util.concurrent"));

    @Test
    void readsWhatWasStored() {
        Actor actor = new Actor("max", Set.of("reader"), Map.of("branch", "7"));
        assertThat(sessions.convert(new SerializingConverter().convert(actor))).isEqualTo(actor);
    }

    @Test
    void createsNoObjectOfAClassThatHasNoPlaceInASession() {
        byte[] stored = new SerializingConverter().convert(new File("passwords"));
        assertThat(sessions.convert(stored)).isNull();
    }

    /** An application may have a principal of its own; here its package stands for those of the application. */
    @Test
    void readsWhatTheApplicationItselfPutThere() {
        byte[] stored = new SerializingConverter().convert(new AtomicInteger(7));
        assertThat(sessions.convert(stored)).hasToString("7");
    }

    @Test
    void readsNothingFromWhatItDoesNotKnow() {
        assertThat(sessions.convert(new byte[] {1, 2, 3})).isNull();
    }
}
