package io.watertight.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.watertight.api.NotPermittedException;
import io.watertight.proof.PlatformTest;
import io.watertight.proof.bells.BellService;
import io.watertight.proof.bells.Bells;
import io.watertight.proof.towers.TowerService;
import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is counted where a module is entered; other tests may be counted too, so only more is sure. */
@PlatformTest
class ModuleCallMetricsTests {

    @Autowired
    BellService bells;

    @Autowired
    TowerService towers;

    @Autowired
    MeterRegistry meters;

    @Test
    void areCountedByCallerAndModule() throws Exception {
        long fromOutside = count("outside", "towers", "ok");
        long between = count("towers", "bells", "ok");

        towers.call(() -> bells.call(() -> "ding"));

        assertThat(count("outside", "towers", "ok")).isGreaterThan(fromOutside);
        assertThat(count("towers", "bells", "ok")).isEqualTo(between + 1);
        Timer timer = meters.get(ModuleCallMetrics.CALLS)
                .tags("caller", "towers", "module", "bells", "outcome", "ok")
                .timer();
        assertThat(timer.takeSnapshot().percentileValues()).hasSize(1);
        assertThat(timer.takeSnapshot().percentileValues()[0].value(TimeUnit.NANOSECONDS))
                .isPositive();
    }

    @Test
    void areNotCallsWithinAModule() throws Exception {
        bells.call(() -> bells.call(() -> "ding"));

        assertThat(meters.find(ModuleCallMetrics.CALLS)
                        .tags("caller", "bells", "module", "bells")
                        .timers())
                .isEmpty();
    }

    @Test
    void tellARefusalFromAFailure() {
        long refused = count("towers", "bells", "refused");
        long failed = count("towers", "bells", "failed");

        assertThatThrownBy(() -> towers.call(() -> bells.call(() -> {
                    throw new NotPermittedException();
                })))
                .isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> towers.call(() -> bells.call(() -> {
                    throw new IOException("on purpose");
                })))
                .isInstanceOf(IOException.class);

        assertThat(count("towers", "bells", "refused")).isEqualTo(refused + 1);
        assertThat(count("towers", "bells", "failed")).isEqualTo(failed + 1);
    }

    @Test
    void areNotEventsWhichTheListenersMeterCounts(@Autowired Bells ringing) {
        double heard = heard();

        ringing.ring(UUID.randomUUID().toString(), 0);

        await().untilAsserted(() -> assertThat(heard()).isGreaterThan(heard));
    }

    private double heard() {
        return meters.find("module.listeners").tags("listener", "bells.hear", "outcome", "ok").timers().stream()
                .mapToLong(Timer::count)
                .sum();
    }

    private long count(String caller, String module, String outcome) {
        return meters
                .find(ModuleCallMetrics.CALLS)
                .tags("caller", caller, "module", module, "outcome", outcome)
                .timers()
                .stream()
                .mapToLong(Timer::count)
                .sum();
    }
}
