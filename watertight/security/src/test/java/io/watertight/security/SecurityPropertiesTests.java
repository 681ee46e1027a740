package io.watertight.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Limits that several replicas share, although each counts separately. */
class SecurityPropertiesTests {

    @Test
    void eachReplicaAdmitsItsShare() {
        SecurityProperties share =
                new SecurityProperties("roles", Map.of(), 10, Duration.ofMinutes(5), 30_000, 1_200, 60_000, 1, 2, null);
        assertThat(share.requestsPerMinute()).isEqualTo(15_000);
        assertThat(share.anonymousRequestsPerMinute()).isEqualTo(600);
        assertThat(share.addressRequestsPerMinute()).isEqualTo(30_000);
        assertThat(share.healthRequestsPerMinute()).as("never none").isEqualTo(1);
        assertThat(share.failedLogins()).as("shared by some").isEqualTo(10);
    }

    @Test
    void thereIsAtLeastOneReplica() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SecurityProperties(
                        "roles", Map.of(), 10, Duration.ofMinutes(5), 30_000, 1_200, 60_000, 1, 0, null))
                .withMessageContaining("watertight.security.replicas must be at least 1");
    }
}
