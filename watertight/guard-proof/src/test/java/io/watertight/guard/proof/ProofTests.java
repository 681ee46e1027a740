package io.watertight.guard.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every fixture is stopped by the guards that it names, with the very words that it names; every twin passes. After a change
 * of words, {@code -Dfixtures.record=true} writes them anew, for a person to read in the diff.
 */
class ProofTests {

    private static final boolean RECORD = Boolean.getBoolean("fixtures.record");
    private static final String MAIN_CLASS = "org.cinema.CinemaApplication";
    private static final Sample CINEMA = Sample.cinema();
    private static final CinemaDatabase DATABASE = CinemaDatabase.of(CINEMA);

    private final Examiner examiner = new Examiner(CINEMA, MAIN_CLASS, DATABASE);

    @AfterAll
    static void cleanUp() {
        DATABASE.close();
        CINEMA.close();
    }

    @TestFactory
    Stream<DynamicTest> fixtures() {
        return Fixtures.all().stream()
                .map(it -> DynamicTest.dynamicTest("%s: %s".formatted(it.name(), it.title()), () -> prove(it)));
    }

    private void prove(Fixture fixture) {
        Outcome outcome = examiner.examine(fixture);
        if (RECORD) {
            fixture.record(outcome.verdictText(), outcome.messageText());
        }
        assertThat(outcome.isStopped())
                .as("whether a guard stops it: %s", outcome.messageText())
                .isEqualTo(!fixture.isTwin());
        assertThat(outcome.verdictText()).isEqualTo(text(fixture, Fixture.VERDICT));
        assertThat(outcome.messageText()).isEqualTo(text(fixture, Fixture.MESSAGES));
    }

    private static String text(Fixture fixture, String section) {
        return fixture.expected().getOrDefault(section, "").strip();
    }
}
