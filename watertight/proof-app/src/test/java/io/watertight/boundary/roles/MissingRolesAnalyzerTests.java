package io.watertight.boundary.roles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.mock.env.MockEnvironment;

class MissingRolesAnalyzerTests {

    @Test
    void printsTheSqlAndWhatElseCanBeDone() {
        assertThat(analysis("managed").getDescription()).isEqualTo("The migrator could not create a role.");
        assertThat(analysis("managed").getAction())
                .contains("    create role \"a_rw\" nologin;\n    create role \"b_rw\" nologin;\n")
                .contains("docker compose exec postgres bash /docker-entrypoint-initdb.d/init.sh")
                .contains("platform.data.roles=none");
        assertThat(analysis("provided").getAction())
                .contains("create role \"a_rw\" nologin;")
                .contains("platform.data.roles=managed")
                .doesNotContain("docker");
    }

    private static FailureAnalysis analysis(String roles) {
        var missing = new MissingRolesException(
                "The migrator could not create a role.",
                List.of("create role \"a_rw\" nologin", "create role \"b_rw\" nologin"),
                null);
        var analysis = new MissingRolesAnalyzer(new MockEnvironment().withProperty("platform.data.roles", roles))
                .analyze(new FlywayException("Error while executing beforeMigrate callback", missing));
        assertThat(analysis).isNotNull();
        return analysis;
    }
}
