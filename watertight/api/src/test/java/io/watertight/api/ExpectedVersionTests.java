package io.watertight.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ExpectedVersionTests {

    @Test
    void admitsTheVersionThatTheCallerHasSeen() {
        assertThatNoException().isThrownBy(() -> ExpectedVersion.of(3).check(3L));
    }

    @Test
    void refusesAnyOtherAsStale() {
        assertThatExceptionOfType(StaleVersionException.class)
                .isThrownBy(() -> ExpectedVersion.of(3).check(4L))
                .matches(it -> it.kind() == Problem.Kind.STALE && it.type().equals("stale-version"));
        assertThatExceptionOfType(StaleVersionException.class)
                .isThrownBy(() -> ExpectedVersion.of(3).check(2L));
    }

    @Test
    void admitsEachOfSeveral() {
        var expected = new ExpectedVersion(Set.of(1L, 3L));

        assertThatNoException().isThrownBy(() -> expected.check(1L));
        assertThatNoException().isThrownBy(() -> expected.check(3L));
        assertThatExceptionOfType(StaleVersionException.class).isThrownBy(() -> expected.check(2L));
    }

    @Test
    void admitsEveryVersionWhenTheCallerDoesNotMind() {
        assertThatNoException().isThrownBy(() -> ExpectedVersion.any().check(0L));
        assertThatNoException().isThrownBy(() -> ExpectedVersion.any().check(Long.MAX_VALUE));
    }

    @Test
    void refusesWhatWasNeverStoredToWhoeverHasSeenAVersion() {
        assertThatExceptionOfType(StaleVersionException.class)
                .isThrownBy(() -> ExpectedVersion.of(0).check(null));
        assertThatNoException().isThrownBy(() -> ExpectedVersion.any().check(null));
    }

    @Test
    void saysWhatAChangeMeansThatCameBetweenReadingAndWriting() {
        var failure = new IllegalStateException("Somebody was faster");

        assertThat(ExpectedVersion.of(3).conflict(failure)).isInstanceOf(StaleVersionException.class);
        assertThat(ExpectedVersion.any().conflict(failure)).isSameAs(failure);
    }
}
