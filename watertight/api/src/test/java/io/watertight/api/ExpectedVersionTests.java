package io.watertight.api;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ExpectedVersionTests {

    @Test
    void admitsTheVersionThatTheCallerHasSeen() {
        assertThatNoException().isThrownBy(() -> ExpectedVersion.of(3).check(3));
    }

    @Test
    void refusesAnyOtherAsStale() {
        assertThatExceptionOfType(StaleVersion.class)
                .isThrownBy(() -> ExpectedVersion.of(3).check(4))
                .matches(it -> it.kind() == Problem.Kind.STALE && it.type().equals("stale-version"));
        assertThatExceptionOfType(StaleVersion.class)
                .isThrownBy(() -> ExpectedVersion.of(3).check(2));
    }

    @Test
    void admitsEachOfSeveral() {
        var expected = new ExpectedVersion(Set.of(1L, 3L));

        assertThatNoException().isThrownBy(() -> expected.check(1));
        assertThatNoException().isThrownBy(() -> expected.check(3));
        assertThatExceptionOfType(StaleVersion.class).isThrownBy(() -> expected.check(2));
    }

    @Test
    void admitsEveryVersionWhenTheCallerDoesNotMind() {
        assertThatNoException().isThrownBy(() -> ExpectedVersion.any().check(0));
        assertThatNoException().isThrownBy(() -> ExpectedVersion.any().check(Long.MAX_VALUE));
    }
}
