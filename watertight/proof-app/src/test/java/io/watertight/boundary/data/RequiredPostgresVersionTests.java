package io.watertight.boundary.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.Answers.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

class RequiredPostgresVersionTests {

    private final RequiredPostgresVersion required = new RequiredPostgresVersion();

    @ParameterizedTest
    @ValueSource(ints = {15, 16, 17})
    void refusesAnOlderServerInOneSentence(int version) throws SQLException {
        Context migration = migrationOn(version);

        assertThatExceptionOfType(FailureAnalyzedException.class)
                .isThrownBy(() -> required.handle(Event.BEFORE_MIGRATE, migration))
                .withMessage(
                        "The database server is PostgreSQL %d.4, and the application needs PostgreSQL 18 or later.",
                        version)
                .satisfies(it -> assertThat(it.analysis().getAction()).contains("docs/production.md"));
    }

    @ParameterizedTest
    @ValueSource(ints = {18, 19})
    void takesAServerThatIsNewEnough(int version) throws SQLException {
        Context migration = migrationOn(version);

        assertThatCode(() -> required.handle(Event.BEFORE_MIGRATE, migration)).doesNotThrowAnyException();
    }

    @Test
    void comesBeforeWhateverElseIsDoneToTheDatabase() {
        assertThat(required.supports(Event.BEFORE_CREATE_SCHEMA, mock())).isTrue();
        assertThat(required.supports(Event.BEFORE_MIGRATE, mock())).isTrue();
        assertThat(required.getCallbackName()).isLessThan(new ChangedMigrations().getCallbackName());
        assertThat(required.getCallbackName()).isLessThan("roles and rights by module");
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void isShownWithoutAStackTrace(CapturedOutput output) throws SQLException {
        Context migration = migrationOn(15);
        SpringApplication application = new SpringApplication(RequiredPostgresVersionTests.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.addInitializers(_ -> {
            try {
                required.handle(Event.BEFORE_MIGRATE, migration);
            } catch (RuntimeException e) {
                throw new IllegalStateException(new FlywayException("Error while executing callback", e));
            }
        });

        assertThatIllegalStateException().isThrownBy(application::run);

        assertThat(output)
                .contains("APPLICATION FAILED TO START", "needs PostgreSQL 18 or later.", "docs/production.md")
                .doesNotContain("Error while executing callback");
    }

    private static Context migrationOn(int version) throws SQLException {
        Context migration = mock(RETURNS_DEEP_STUBS);
        when(migration.getConnection().getMetaData().getDatabaseMajorVersion()).thenReturn(version);
        when(migration.getConnection().getMetaData().getDatabaseProductVersion())
                .thenReturn(version + ".4");
        return migration;
    }
}
