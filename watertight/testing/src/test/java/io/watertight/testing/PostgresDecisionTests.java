package io.watertight.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.watertight.testing.PostgresDecision.Choice;
import io.watertight.testing.PostgresDecision.Source;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.diagnostics.FailureAnalyzedException;

class PostgresDecisionTests {

    private static final String ABSENT = "no Docker engine responds";

    @Test
    void takesDockerWhereNothingStandsAgainstIt() {
        var choice = new PostgresDecision(new FakeDocker(null)).decide("", null);

        assertThat(choice.source()).isEqualTo(Source.DOCKER);
    }

    @Test
    void takesTheEmbeddedBinariesOtherwiseAndSaysWhy() {
        var choice = new PostgresDecision(new FakeDocker(ABSENT)).decide("", null);

        assertThat(choice).isEqualTo(new Choice(Source.EMBEDDED, ABSENT));
    }

    @Test
    void takesTheEmbeddedBinariesWithoutLookingAtDockerWhereTheyAreForced() {
        var docker = new FakeDocker(null);

        var choice = new PostgresDecision(docker).decide("embedded", null);

        assertThat(choice.source()).isEqualTo(Source.EMBEDDED);
        assertThat(docker.questions).isZero();
    }

    @Test
    void doesNotFallBackWhereDockerIsForced() {
        var decision = new PostgresDecision(new FakeDocker(ABSENT));

        assertThatExceptionOfType(FailureAnalyzedException.class)
                .isThrownBy(() -> decision.decide("docker", null))
                .withMessage("-Dpostgres=docker is set, but PostgreSQL cannot run in Docker because "
                        + "no Docker engine responds.");
    }

    @Test
    void refusesARequestThatItDoesNotKnow() {
        var decision = new PostgresDecision(new FakeDocker(null));

        assertThatExceptionOfType(FailureAnalyzedException.class)
                .isThrownBy(() -> decision.decide("podman", null))
                .withMessage("-Dpostgres=podman is not a known choice.");
    }

    @Test
    void isMadeOnceForAllJvmsOfABuild(@TempDir Path target) {
        var file = target.resolve("not-there-yet/postgres.txt");
        var later = new FakeDocker(null);

        new PostgresDecision(new FakeDocker("the engine\nwas busy")).decide("", file);
        var choice = new PostgresDecision(later).decide("", file);

        assertThat(choice).isEqualTo(new Choice(Source.EMBEDDED, "this build already uses it: the engine was busy"));
        assertThat(later.questions).isZero();
    }

    @Test
    void isMadeAnewForTheNextBuild(@TempDir Path target) {
        new PostgresDecision(new FakeDocker(ABSENT)).decide("", target.resolve("first.txt"));

        var choice = new PostgresDecision(new FakeDocker(null)).decide("", target.resolve("second.txt"));

        assertThat(choice.source()).isEqualTo(Source.DOCKER);
    }

    private static final class FakeDocker implements PostgresDecision.DockerCheck {

        private final @Nullable String obstacle;
        private int questions;

        FakeDocker(@Nullable String obstacle) {
            this.obstacle = obstacle;
        }

        @Override
        public Optional<String> obstacle(PostgresDecision.Patience patience) {
            questions++;
            return Optional.ofNullable(obstacle);
        }
    }
}
