package io.watertight.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

@PlatformTest
class DefaultsTests {

    private final Environment environment;

    DefaultsTests(@Autowired Environment environment) {
        this.environment = environment;
    }

    @Test
    void holdWhereTheApplicationSaysNothing() {
        assertThat(environment.getProperty("spring.threads.virtual.enabled")).isEqualTo("true");
    }

    @Test
    void giveWayToWhatTheApplicationSays() {
        assertThat(environment.getProperty("spring.datasource.hikari.maximum-pool-size"))
                .isEqualTo("10");
    }
}
