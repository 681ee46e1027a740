package io.watertight.operations.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.proof.PlatformTest;
import io.watertight.proof.bells.Bells;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.events.core.EventPublicationRegistry;
import org.springframework.modulith.events.core.TargetEventPublication;
import org.springframework.test.util.AopTestUtils;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.transaction.support.TransactionOperations;

@PlatformTest
class RolledBackPublicationsTests {

    private final EventPublicationRegistry registry;

    RolledBackPublicationsTests(@Autowired EventPublicationRegistry registry) {
        this.registry = registry;
    }

    @Test
    void doNotStayInMemory(@Autowired Bells bells, @Autowired TransactionOperations transactions) {
        transactions.executeWithoutResult(status -> {
            bells.ring("never rung", 0);
            assertThat(inMemory()).contains("Rung[bell=never rung]");
            status.setRollbackOnly();
        });
        assertThat(inMemory()).doesNotContain("Rung[bell=never rung]");
    }

    private List<String> inMemory() {
        Iterable<?> publications = (Iterable<?>) Objects.requireNonNull(
                ReflectionTestUtils.getField(AopTestUtils.<Object>getUltimateTargetObject(registry), "inProgress"));
        return StreamSupport.stream(publications.spliterator(), false)
                .map(it -> ((TargetEventPublication) it).getEvent().toString())
                .toList();
    }
}
