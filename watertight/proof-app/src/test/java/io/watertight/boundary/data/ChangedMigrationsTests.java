package io.watertight.boundary.data;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watertight.proof.PlatformTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;

@PlatformTest
class ChangedMigrationsTests {

    private final FlywayConnectionDetails database;

    @TempDir
    private Path folder;

    ChangedMigrationsTests(@Autowired FlywayConnectionDetails database) {
        this.database = database;
    }

    @Test
    void namesTheModuleAndTheFileThatWasEditedAfterItHadRun() throws IOException {
        Flyway migrations = migrationsOf("flyway_schema_history_cellar");
        write("V1__barrels.sql", "select 1");
        write("V2__bottles.sql", "select 2");
        migrations.migrate();
        write("V2__bottles.sql", "select 22");

        assertThatThrownBy(migrations::migrate)
                .rootCause()
                .isInstanceOf(FailureAnalyzedException.class)
                .hasMessage(
                        "The migrations of module 'cellar' do not match this database: V2__bottles.sql was changed after it had run.");
    }

    @Test
    void namesWhatHasRunAndIsGone() throws IOException {
        Flyway migrations = migrationsOf("flyway_schema_history_attic");
        write("V1__boxes.sql", "select 1");
        write("V2__trunks.sql", "select 2");
        migrations.migrate();
        Files.delete(folder.resolve("V1__boxes.sql"));

        assertThatThrownBy(migrations::migrate)
                .rootCause()
                .hasMessage(
                        "The migrations of module 'attic' do not match this database: version 1 (boxes) has run on it, but its file is missing.");
    }

    @Test
    void namesThePartOfTheToolkitThatTheyBelongTo() throws IOException {
        Flyway migrations = migrationsOf("watertight_attic");
        write("V1__boxes.sql", "select 1");
        migrations.migrate();
        write("V1__boxes.sql", "select 2");

        assertThatThrownBy(migrations::migrate)
                .rootCause()
                .hasMessage(
                        "The toolkit's migrations of 'attic' do not match this database: V1__boxes.sql was changed after it had run.");
    }

    @Test
    void namesWhatCameTooLate() throws IOException {
        Flyway migrations = migrationsOf("flyway_schema_history");
        write("V2__trunks.sql", "select 2");
        migrations.migrate();
        write("V1__boxes.sql", "select 1");

        assertThatThrownBy(migrations::migrate)
                .rootCause()
                .hasMessage(
                        "The application's own migrations do not match this database: V1__boxes.sql is new, but a later version has already run.");
    }

    @Test
    void saysWhatToDeleteInDevelopment() throws IOException {
        Flyway migrations = migrationsOf("flyway_schema_history_yard");
        write("V1__sheds.sql", "select 1");
        migrations.migrate();
        write("V1__sheds.sql", "select 11");

        assertThatThrownBy(migrations::migrate)
                .rootCause()
                .asInstanceOf(InstanceOfAssertFactories.type(FailureAnalyzedException.class))
                .extracting(it -> it.analysis().getAction(), InstanceOfAssertFactories.STRING)
                .contains(".postgres", "docker compose down -v")
                .doesNotContain("\n", "repair");
    }

    private Flyway migrationsOf(String history) {
        return Flyway.configure()
                .dataSource(database.getJdbcUrl(), database.getUsername(), database.getPassword())
                .defaultSchema("changed_" + history)
                .table(history)
                .locations("filesystem:" + folder)
                .callbacks(new ChangedMigrations())
                .load();
    }

    private void write(String file, String sql) throws IOException {
        Files.writeString(folder.resolve(file), sql);
    }
}
