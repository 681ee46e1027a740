package io.watertight.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.util.FileSystemUtils;

/** PostgreSQL from the embedded binaries; its data are temporary and need not survive a crash. */
record EmbeddedPostgresServer(EmbeddedPostgres postgres, Path log) implements PostgresServer {

    /** Starts a server with its data in the work folder, where a later start removes those that a killed JVM left behind. */
    static EmbeddedPostgresServer start() {
        var data = EmbeddedBinaries.workFolder().resolve("data-" + UUID.randomUUID());
        var log = data.resolveSibling(data.getFileName() + ".log");
        try {
            Files.createDirectories(data);
            return new EmbeddedPostgresServer(
                    EmbeddedBinaries.start(data, log, it -> it.setServerConfig("max_connections", MAX_CONNECTIONS)),
                    log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FailureAnalyzedException e) {
            FileSystemUtils.deleteRecursively(data.toFile());
            throw e;
        }
    }

    @Override
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://localhost:%s/%s".formatted(postgres.getPort(), database);
    }

    @Override
    public DataSource dataSource(String database) {
        return postgres.getDatabase("postgres", database);
    }

    @Override
    public void stop() {
        try {
            postgres.close();
            Files.deleteIfExists(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
