package io.watertight.benchmarks.placing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SpreadTests {

    @Test
    void isNotMovedByASingleRoundThatWentWrong() {
        var spread = Spread.of(0.95, 0.96, 0.97, 0.98, 0.2);

        assertThat(spread.median()).isEqualTo(0.96);
        assertThat(spread.lowerQuartile()).isEqualTo(0.95);
        assertThat(spread.upperQuartile()).isEqualTo(0.97);
    }

    @Test
    void isNarrowWhereAllRoundsAgree() {
        var spread = Spread.of(0.9, 0.9, 0.9);

        assertThat(spread).isEqualTo(new Spread(0.9, 0.9, 0.9, 0.9, 0.9));
    }

    @Test
    void holdsTheMedianBetweenItsEnds() {
        var spread = Spread.of(0.8, 1.1, 0.9, 1.0, 0.95, 1.05, 0.85, 0.99);

        assertThat(spread.low()).isLessThan(spread.median());
        assertThat(spread.high()).isGreaterThan(spread.median());
    }

    @Test
    void needsMeasurements() {
        assertThatIllegalArgumentException().isThrownBy(Spread::of);
    }
}
