package io.watertight.tool;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One call at a time works in a checkout, so that none clears away what another prepares. It ends with its process, even a killed one. */
final class CallLock {

    static final String FILE = "target/wt/lock";

    private static final int TRIES = 30;
    private static final int MILLISECONDS_BETWEEN = 100;

    private CallLock() {}

    static FileChannel open(Path root) throws IOException {
        Path file = root.resolve(FILE);
        Files.createDirectories(file.getParent());
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /** Holds it until the channel is closed; most calls that hold it now end within these few moments. */
    static void take(FileChannel lock) throws IOException {
        for (int i = 0; i < TRIES; i++) {
            if (isFree(lock)) {
                return;
            }
            pause();
        }
        throw new ToolException(
                "Another wt command is running in this checkout; wait until it has ended, and try again.");
    }

    private static boolean isFree(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(MILLISECONDS_BETWEEN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ToolException("Interrupted; nothing was changed.");
        }
    }
}
