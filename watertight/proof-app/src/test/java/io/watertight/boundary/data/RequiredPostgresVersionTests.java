package io.watertight.boundary.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Answers.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.sql.SQLException;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.diagnostics.FailureAnalyzedException;

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

    private static Context migrationOn(int version) throws SQLException {
        Context migration = mock(RETURNS_DEEP_STUBS);
        when(migration.getConnection().getMetaData().getDatabaseMajorVersion()).thenReturn(version);
        when(migration.getConnection().getMetaData().getDatabaseProductVersion())
                .thenReturn(version + ".4");
        return migration;
    }
}
