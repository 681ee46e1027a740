package io.watertight.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ApplicationContextException;
import org.springframework.core.io.support.SpringFactoriesLoader;

class PortInUseAnalyzerTests {

    @Test
    void advisesWhatCanBeTypedAsItStands() {
        FailureAnalysis analysis = new PortInUseAnalyzer().analyze(new PortInUseException(8080));
        assertThat(analysis).isNotNull();

        assertThat(analysis.getDescription()).isEqualTo("Another process already listens on port 8080.");
        assertThat(analysis.getAction()).contains("SERVER_PORT=8081");
    }

    @Test
    void advisesItWhateverTheLanguage() {
        Locale language = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
        try {
            advisesWhatCanBeTypedAsItStands();
        } finally {
            Locale.setDefault(language);
        }
    }

    @Test
    void isAskedBeforeSpringBootsOwn() {
        Throwable failure =
                new ApplicationContextException("Failed to start bean 'webServer'", new PortInUseException(8080));

        assertThat(
                        SpringFactoriesLoader.forDefaultResourceLocation()
                                .load(FailureAnalyzer.class, (_, _, _) -> {})
                                .stream()
                                .map(it -> it.analyze(failure))
                                .filter(Objects::nonNull)
                                .findFirst())
                .hasValueSatisfying(it -> assertThat(it.getAction()).contains("SERVER_PORT=8081"));
    }
}
