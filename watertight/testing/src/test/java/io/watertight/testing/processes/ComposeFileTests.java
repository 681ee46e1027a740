package io.watertight.testing.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.watertight.testing.processes.ComposeFile.Service;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.diagnostics.FailureAnalyzedException;

class ComposeFileTests {

    private static final String FILE = """
            x-settings: &settings
              DATABASE: jdbc:postgresql://postgres:5432/${NAME:-notes}
              TRACES: ${TRACES:-}
              RETRIES: 3
            x-process: &process
              BROKER: kafka:9092

            services:
              kafka:
                image: kafka
              init:
                command: --spring.main.web-application-type=none  --once
                environment:
                  <<: *settings
                  PASSWORD: ${PASSWORD_OF_NOTES:-${PASSWORD:-development}}
              notes:
                command: ["--of", "${NAME:-a b}"]
                environment:
                  <<: [*settings, *process]
                  RETRIES: "5"
                  WATERTIGHT_MODULES: notes
              readers:
                environment:
                  - WATERTIGHT_MODULES=readers,=
                  - HANDED_ON
                  - NOT_SET
            """;

    @Test
    void mergesWhatServicesShare() {
        assertThat(service("notes", Map.of()).environment())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "DATABASE", "jdbc:postgresql://postgres:5432/notes",
                        "TRACES", "",
                        "RETRIES", "5",
                        "BROKER", "kafka:9092",
                        "WATERTIGHT_MODULES", "notes"));
    }

    @Test
    void takesTheVariablesOfWhoeverStartsIt() {
        assertThat(service("init", Map.of()).environment()).containsEntry("PASSWORD", "development");
        assertThat(service("init", Map.of("PASSWORD", "$1")).environment()).containsEntry("PASSWORD", "$1");
        assertThat(service("init", Map.of("PASSWORD", "b", "PASSWORD_OF_NOTES", ""))
                        .environment())
                .containsEntry("PASSWORD", "b");
        assertThat(service("init", Map.of("PASSWORD", "b", "PASSWORD_OF_NOTES", "c"))
                        .environment())
                .containsEntry("PASSWORD", "c");
        assertThat(service("readers", Map.of("HANDED_ON", "yes")).environment())
                .isEqualTo(Map.of("WATERTIGHT_MODULES", "readers,=", "HANDED_ON", "yes"));
    }

    @Test
    void distinguishesAnEmptyVariableFromAMissingOne() {
        var file = """
                services:
                  notes:
                    environment: {A: "${X-a}", B: "${X:-b}", C: "${Y-c}", D: "<${Y}>$$"}
                """;
        assertThat(ComposeFile.parse(file, Map.of("X", "")::get).services().get("notes"))
                .extracting(Service::environment)
                .isEqualTo(Map.of("A", "", "B", "b", "C", "c", "D", "<>$"));
    }

    @Test
    void readsACommandAsTextAndAsAList() {
        assertThat(service("init", Map.of()).command())
                .containsExactly("--spring.main.web-application-type=none", "--once");
        assertThat(service("notes", Map.of()).command()).containsExactly("--of", "a b");
        assertThat(service("kafka", Map.of())).isEqualTo(new Service(Map.of(), List.of()));
    }

    @Test
    void findsTheProcessesByTheModulesThatTheyRun() {
        assertThat(ComposeFile.parse(FILE, _ -> null).processes()).containsOnlyKeys("notes", "readers");
    }

    @Test
    void isMissedWithASentence(@TempDir Path folder) {
        Path file = folder.resolve("compose.split.yml");
        assertThatExceptionOfType(FailureAnalyzedException.class)
                .isThrownBy(() -> ComposeFile.read(file, _ -> null))
                .withMessage("%s does not exist. It says which processes there are.", file);
    }

    /** So that a variable of the shell reaches only the services for which the file names it. */
    @Test
    void knowsAllVariablesThatItSetsOrReads() {
        assertThat(ComposeFile.parse(FILE, _ -> null).variables())
                .containsExactly(
                        "BROKER",
                        "DATABASE",
                        "NAME",
                        "PASSWORD",
                        "PASSWORD_OF_NOTES",
                        "RETRIES",
                        "TRACES",
                        "WATERTIGHT_MODULES");
    }

    private static Service service(String name, Map<String, String> variables) {
        return ComposeFile.parse(FILE, variables::get)
                .services()
                .getOrDefault(name, new Service(Map.of(), List.of("missing")));
    }
}
