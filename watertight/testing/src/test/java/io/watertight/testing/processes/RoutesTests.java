package io.watertight.testing.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalyzedException;

class RoutesTests {

    static final String FILE = """
            # The first line that matches counts.
            map $uri $process {
                ~^/notes/archive(/|$)      archive;
                ~^/(notes|api/notes)(/|$)  notes;
                default                    front;
            }
            map $uri $other {
                ~^/other   nobody;
                default    nothing;
            }
            server {
                location /internal {
                    return 404;
                }
                location / {
                    proxy_pass http://$process:8080;
                }
            }
            """;

    private final Routes routes = Routes.parse(FILE);

    @Test
    void leadToTheFirstThatMatches() {
        assertThat(routes.processOf("/notes/archive/1")).contains("archive");
        assertThat(routes.processOf("/notes/archives")).contains("notes");
        assertThat(routes.processOf("/api/notes")).contains("notes");
    }

    @Test
    void leadToTheFrontOtherwise() {
        assertThat(routes.processOf("/")).contains("front");
        assertThat(routes.processOf("/notesbook")).contains("front");
        assertThat(routes.processOf("/other")).contains("front");
    }

    @Test
    void leadNowhereWhereNginxAnswersItself() {
        assertThat(routes.processOf("/internal")).isEmpty();
        assertThat(routes.processOf("/internal/notes")).isEmpty();
    }

    @Test
    void nameTheirProcesses() {
        assertThat(routes.processes()).containsExactlyInAnyOrder("archive", "notes", "front");
    }

    @Test
    void areMissedWithASentence() {
        assertThatExceptionOfType(FailureAnalyzedException.class)
                .isThrownBy(() -> Routes.parse("server {}"))
                .withMessage("The configuration of the proxy has no map of $process with a default.");
    }
}
