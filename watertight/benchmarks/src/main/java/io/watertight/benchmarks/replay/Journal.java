package io.watertight.benchmarks.replay;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * The state file: append-only, one JSON object per line. Each entry is passed to the operating system before anything else
 * happens, so it survives the end of this process; a line that a crash truncated is dropped.
 */
final class Journal implements AutoCloseable {

    private final Path path;
    private final FileChannel channel;
    private final ReplayProgress progress = new ReplayProgress();
    private final boolean resumed;

    private Journal(Path path, FileChannel channel, JournalEntry.Started started) throws IOException {
        this.path = path;
        this.channel = channel;
        this.resumed = load(started);
        if (!resumed) {
            add(started);
            force();
        }
    }

    /**
     * Opens or creates the state file.
     *
     * @throws ReplayFailure if it belongs to another sales file or shop, is in use, or is not a state file
     */
    static Journal open(Path path, JournalEntry.Started started) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            FileChannel channel = FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
            try {
                lock(channel, path);
                return new Journal(path, channel, started);
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw unusable(path, e);
        }
    }

    private static void lock(FileChannel channel, Path path) throws IOException {
        boolean locked;
        try {
            locked = channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            locked = false;
        }
        if (!locked) {
            throw ReplayFailure.usage("The state file %s is in use by another replay.".formatted(path));
        }
    }

    private static ReplayFailure unusable(Path path, IOException failure) {
        return ReplayFailure.usage("The state file %s cannot be used: %s".formatted(path, failure));
    }

    boolean resumed() {
        return resumed;
    }

    ReplayProgress progress() {
        return progress;
    }

    Path path() {
        return path;
    }

    synchronized void add(JournalEntry entry) {
        ByteBuffer line =
                ByteBuffer.wrap((ShopJson.MAPPER.writeValueAsString(entry) + "\n").getBytes(StandardCharsets.UTF_8));
        try {
            while (line.hasRemaining()) {
                channel.write(line);
            }
        } catch (IOException e) {
            throw unusable(path, e);
        }
        progress.add(entry);
    }

    /** Makes all entries so far survive a power failure, too. */
    void force() {
        try {
            channel.force(true);
        } catch (IOException e) {
            throw unusable(path, e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw unusable(path, e);
        }
    }

    private boolean load(JournalEntry.Started expected) throws IOException {
        byte[] content = Files.readAllBytes(path);
        int complete = content.length;
        while (complete > 0 && content[complete - 1] != '\n') {
            complete--;
        }
        String lines = new String(content, 0, complete == 0 ? content.length : complete, StandardCharsets.UTF_8);
        JournalEntry.@Nullable Started started = null;
        int number = 0;
        for (String line : lines.lines().toList()) {
            JournalEntry entry = parse(line, ++number);
            if (number == 1) {
                started = checkFirst(entry, expected);
            }
            progress.add(entry);
        }
        channel.truncate(complete);
        channel.position(complete);
        return started != null;
    }

    private JournalEntry parse(String line, int number) {
        try {
            return ShopJson.MAPPER.readValue(line, JournalEntry.class);
        } catch (JacksonException e) {
            throw ReplayFailure.usage("Line %d of %s is not a line of a state file. Choose another file with --state."
                    .formatted(number, path));
        }
    }

    private JournalEntry.Started checkFirst(JournalEntry first, JournalEntry.Started expected) {
        if (!(first instanceof JournalEntry.Started started)) {
            throw ReplayFailure.usage("%s is not a state file. Choose another file with --state.".formatted(path));
        }
        if (!started.file().equals(expected.file())) {
            throw ReplayFailure.usage(
                    "The state file %s belongs to the replay of another sales file. Choose another file with --state."
                            .formatted(path));
        }
        if (!started.shop().equals(expected.shop())) {
            throw ReplayFailure.usage(
                    "The state file %s belongs to the shop at %s, not %s. Choose another file with --state."
                            .formatted(path, started.shop(), expected.shop()));
        }
        return started;
    }
}
