package io.watertight.security.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ServedServiceTests {

    @Test
    void isEqualToItselfOnly() {
        Object served = ServedService.of(Remote.class, Clock.class, () -> (Clock) () -> 12);
        assertThat(List.of(served)).contains(served).doesNotContain(ServedService.of(Remote.class, Clock.class, () ->
                (Clock) () -> 12));
        assertThat(((Remote) served).time()).isEqualTo(12);
    }

    interface Clock {

        int time();
    }

    interface Remote extends Clock {}
}
