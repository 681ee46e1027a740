package io.watertight.benchmarks.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTests {

    @Test
    void waitsLongerEachTimeAndNeverShorterThanTheShopAskedFor() {
        Backoff backoff = new Backoff(Duration.ofMinutes(3));

        assertThat(backoff.next(Duration.ZERO)).isBetween(Duration.ofMillis(100), Duration.ofMillis(150));
        assertThat(backoff.next(Duration.ZERO)).isBetween(Duration.ofMillis(200), Duration.ofMillis(300));
        assertThat(backoff.next(Duration.ofSeconds(7))).isBetween(Duration.ofSeconds(7), Duration.ofMillis(10_500));
        assertThat(backoff.isExhausted()).isFalse();
    }

    @Test
    void neverWaitsBeyondTheEndOfPatience() {
        assertThat(new Backoff(Duration.ofMillis(50)).next(Duration.ofHours(1)))
                .isLessThanOrEqualTo(Duration.ofMillis(50));
        assertThat(new Backoff(Duration.ZERO).isExhausted()).isTrue();
    }
}
