package io.watertight.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.util.FileSystemUtils;

/**
 * The folder in the checkout that keeps the development database:
 * <ul>
 *   <li>{@code data}: PostgreSQL's own data folder,
 *   <li>{@code postgresql.log} and {@code postgresql.previous.log}: the server's log of this run and of the last one,
 *   <li>{@code lock}: locked while a JVM uses the folder, and released by the operating system however that JVM ends.
 * </ul>
 */
record DatabaseFolder(Path folder, FileChannel lock) implements AutoCloseable {

    /** Marks a complete data folder, so that an interrupted start is not mistaken for a database. */
    private static final String COMPLETE = "complete";

    private static final String VERSION = "PG_VERSION";

    /** Checked before the lock, which is shared within a JVM, so that any user would release it. */
    private static final Set<Path> USED_BY_THIS_JVM = ConcurrentHashMap.newKeySet();

    /** Locks the folder, creating it if necessary, and prepares it for a server to start. */
    static DatabaseFolder open(Path path) {
        try {
            var folder = lock(Files.createDirectories(path).toRealPath());
            try {
                folder.prepare();
                return folder;
            } catch (IOException | RuntimeException e) {
                folder.close();
                throw e;
            }
        } catch (IOException e) {
            throw new FailureAnalyzedException(
                    "The folder %s of the development database cannot be used: %s".formatted(path, e),
                    "Make sure that it belongs to you.",
                    e);
        }
    }

    Path data() {
        return folder.resolve("data");
    }

    Path log() {
        return folder.resolve("postgresql.log");
    }

    /** Records that the data folder has all that {@code initdb} puts there. */
    void markComplete() {
        try (var marker =
                FileChannel.open(data().resolve(COMPLETE), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            marker.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Releases the folder. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            USED_BY_THIS_JVM.remove(folder);
        }
    }

    private static DatabaseFolder lock(Path folder) throws IOException {
        if (!USED_BY_THIS_JVM.add(folder)) {
            throw inUse(folder);
        }
        try {
            var channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() != null) {
                return new DatabaseFolder(folder, channel);
            }
            channel.close();
            throw inUse(folder);
        } catch (IOException | RuntimeException e) {
            USED_BY_THIS_JVM.remove(folder);
            throw e;
        }
    }

    private static FailureAnalyzedException inUse(Path folder) {
        return new FailureAnalyzedException(
                "Another running application uses the development database in %s.".formatted(folder), """
                Stop it first. Or start a second one beside it, with data and a port of its own: type

                    export DEVELOPMENT_DATABASE_DIRECTORY=.postgres-2 SERVER_PORT=8081

                or, on Windows,

                    set DEVELOPMENT_DATABASE_DIRECTORY=.postgres-2
                    set SERVER_PORT=8081

                and then the command again.""");
    }

    private void prepare() throws IOException {
        var version = data().resolve(VERSION);
        if (Files.exists(version)) {
            requireReadable(Files.readString(version).strip());
        }
        Postmaster.stopLeftBehind(data());
        if (!Files.exists(data().resolve(COMPLETE))) {
            FileSystemUtils.deleteRecursively(data());
        }
        if (Files.exists(log())) {
            Files.move(log(), folder.resolve("postgresql.previous.log"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void requireReadable(String version) {
        if (!version.equals(EmbeddedBinaries.MAJOR_VERSION)) {
            throw new FailureAnalyzedException(
                    "The development database in %s was written by PostgreSQL %s, and this is PostgreSQL %s."
                            .formatted(folder, version, EmbeddedBinaries.MAJOR_VERSION),
                    "Move the folder away to start with an empty database, or export it with pg_dump of PostgreSQL %s"
                                    .formatted(version)
                            + " and import it afterwards.");
        }
    }
}
