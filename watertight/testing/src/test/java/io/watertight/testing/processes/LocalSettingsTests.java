package io.watertight.testing.processes;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.testing.processes.ChildProcess.Command;
import io.watertight.testing.processes.ComposeFile.Service;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

class LocalSettingsTests {

    private static final String URL = "jdbc:postgresql://localhost:1/notes";
    private static final URI ADDRESS = URI.create("http://127.0.0.1:2");

    private final ComposeFile compose = new ComposeFile(Map.of(), Set.of("OF_THE_FILE"));
    private final LocalSettings settings = new LocalSettings(
            LocalSettingsTests.class,
            compose,
            Map.of("notes", ADDRESS),
            new KeyFiles(Path.of("none")),
            new Database(),
            new Migrator(),
            List.of("--server.port=80", "--debug"));

    @Test
    void haveAddressesOfThisMachine() {
        var command = process(Map.of(
                "WATERTIGHT_REMOTE_NOTES_URL", "http://notes:8080",
                "TRACES", "http://collector:4318/v1/traces",
                "JDK_JAVA_OPTIONS", "-Dof=container"));
        assertThat(command.environment())
                .isEqualTo(Map.of(
                        "WATERTIGHT_REMOTE_NOTES_URL", "http://127.0.0.1:2",
                        "TRACES", "http://collector:4318/v1/traces"));
        assertThat(command.properties())
                .isEqualTo(Map.of(
                        "server.address", "127.0.0.1",
                        "server.port", "2",
                        "spring.datasource.url", URL,
                        "spring.kafka.bootstrap-servers", "localhost:3"));
        assertThat(command.arguments()).containsExactly("--of=service", "--debug");
        assertThat(command.without()).containsExactly("OF_THE_FILE");
    }

    @Test
    void letAProcessMigrateOnlyIfTheFileDoes() {
        assertThat(process(Map.of("SPRING_FLYWAY_PASSWORD", "of the container")).properties())
                .containsEntry("spring.flyway.user", "migrator")
                .containsEntry("spring.flyway.password", "secret");
        assertThat(process(Map.of("SPRING_FLYWAY_USER", "of the container")).properties())
                .doesNotContainKey("spring.flyway.user");
    }

    @Test
    void letTheFirstOneMigrate() {
        assertThat(settings.first(new Service(Map.of(), List.of())).properties())
                .containsEntry("spring.datasource.url", URL)
                .containsEntry("spring.datasource.username", "application")
                .containsEntry("spring.flyway.user", "migrator")
                .doesNotContainKeys("server.port", "spring.kafka.bootstrap-servers");
    }

    private Command process(Map<String, String> environment) {
        return settings.process(new Service(environment, List.of("--of=service")), ADDRESS, "localhost:3");
    }

    private static final class Database implements JdbcConnectionDetails {

        @Override
        public String getUsername() {
            return "application";
        }

        @Override
        public String getPassword() {
            return "secret";
        }

        @Override
        public String getJdbcUrl() {
            return URL;
        }
    }

    private static final class Migrator implements FlywayConnectionDetails {

        @Override
        public String getUsername() {
            return "migrator";
        }

        @Override
        public String getPassword() {
            return "secret";
        }

        @Override
        public String getJdbcUrl() {
            return URL;
        }
    }
}
