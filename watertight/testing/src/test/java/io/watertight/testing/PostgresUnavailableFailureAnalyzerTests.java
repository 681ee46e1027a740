package io.watertight.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;

class PostgresUnavailableFailureAnalyzerTests {

    @Test
    void saysWhyThereIsNoDatabaseAndWhatToDo() {
        Throwable failure = new BeanCreationException(
                "developmentServer",
                "Failed to instantiate",
                new PostgresUnavailableException("Another application uses the folder.", "Name another folder."));

        assertThat(
                        SpringFactoriesLoader.forDefaultResourceLocation()
                                .load(FailureAnalyzer.class, (_, _, _) -> {})
                                .stream()
                                .map(it -> it.analyze(failure))
                                .filter(Objects::nonNull)
                                .findFirst())
                .hasValueSatisfying(it -> {
                    assertThat(it.getDescription()).isEqualTo("Another application uses the folder.");
                    assertThat(it.getAction()).isEqualTo("Name another folder.");
                });
    }
}
