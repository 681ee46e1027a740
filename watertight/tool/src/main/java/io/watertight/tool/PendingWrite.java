package io.watertight.tool;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/**
 * Writes a plan all or nothing. Everything is staged below {@code target/}; the rename of the journal is the moment from
 * which the plan holds; a call that was killed after it is completed by the next one, and one killed before has done nothing.
 */
final class PendingWrite {

    private static final String FOLDER = "target/wt/pending";
    private static final String JOURNAL = "journal";

    private PendingWrite() {}

    static void carryOut(Plan plan) throws IOException {
        Path pending = Files.createDirectories(plan.root().resolve(FOLDER));
        List<String> journal = new ArrayList<>();
        int number = 0;
        for (Map.Entry<String, Optional<byte[]>> change : plan.changes().entrySet()) {
            if (change.getValue().isEmpty()) {
                // First, because on some file systems a name in other letters is the same file.
                journal.add(0, "delete - " + change.getKey());
                continue;
            }
            String staged = String.valueOf(number++);
            writeThrough(pending.resolve(staged), change.getValue().get());
            Path old = plan.root().resolve(plan.originOf(change.getKey()).orElse(change.getKey()));
            copyPermissions(old, pending.resolve(staged), change.getKey());
            journal.add("write " + staged + " " + change.getKey());
        }
        Path unnamed = pending.resolve(JOURNAL + ".new");
        writeThrough(unnamed, String.join("\n", journal).getBytes(StandardCharsets.UTF_8));
        CountDownLatch done = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> waitFor(done)));
        try {
            Files.move(unnamed, pending.resolve(JOURNAL), StandardCopyOption.ATOMIC_MOVE);
            apply(plan.root());
        } finally {
            done.countDown();
        }
    }

    /**
     * Completes what an earlier call left, if there is something.
     *
     * @return what has to be said, if anything
     */
    static Optional<String> finish(Path root) throws IOException {
        Path pending = root.resolve(FOLDER);
        if (!Files.isDirectory(pending)) {
            return Optional.empty();
        }
        if (Files.exists(pending.resolve(JOURNAL))) {
            apply(root);
            return Optional.of(
                    "An earlier command was interrupted while it was writing; its remaining changes have now been written.");
        }
        deleteAll(pending);
        return Optional.empty();
    }

    /** {@return what a call that changes nothing has to say of what an earlier one left, if anything} */
    static Optional<String> announce(Path root) {
        return Files.exists(root.resolve(FOLDER).resolve(JOURNAL))
                ? Optional.of(
                        "An earlier command was interrupted while it was writing; the next command without --dry-run completes it.")
                : Optional.empty();
    }

    /** Can be repeated in full: what was prepared stays until all of it is written. */
    private static void apply(Path root) throws IOException {
        Path pending = root.resolve(FOLDER);
        List<String> journal = Files.readAllLines(pending.resolve(JOURNAL));
        requirePrepared(pending, journal);
        for (String line : journal) {
            String[] parts = line.split(" ", 3);
            Path target = root.resolve(parts[2]);
            if (parts[0].equals("delete")) {
                Files.deleteIfExists(target);
                deleteEmptyFolders(root, target.getParent());
            } else {
                Files.createDirectories(target.getParent());
                Files.copy(
                        pending.resolve(parts[1]),
                        target,
                        StandardCopyOption.COPY_ATTRIBUTES,
                        StandardCopyOption.REPLACE_EXISTING);
                force(target);
            }
        }
        deleteAll(pending);
    }

    private static void requirePrepared(Path pending, List<String> journal) {
        for (String line : journal) {
            String[] parts = line.split(" ", 3);
            if (parts[0].equals("write") && !Files.exists(pending.resolve(parts[1]))) {
                throw new ToolException(
                        "An earlier command was interrupted, and a part of what it would have written is missing in %s; undo its changes with git, delete that folder, and repeat the call."
                                .formatted(FOLDER));
            }
        }
    }

    private static void deleteEmptyFolders(Path root, Path folder) throws IOException {
        for (Path it = folder; !it.equals(root); it = it.getParent()) {
            try {
                Files.deleteIfExists(it);
            } catch (DirectoryNotEmptyException | NoSuchFileException e) {
                return;
            }
        }
    }

    /** The journal first: what is left without it only has to be cleared. */
    private static void deleteAll(Path pending) throws IOException {
        Files.deleteIfExists(pending.resolve(JOURNAL));
        try (Stream<Path> all = Files.walk(pending)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static void writeThrough(Path file, byte[] bytes) throws IOException {
        Files.write(file, bytes);
        force(file);
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static void copyPermissions(Path old, Path staged, String name) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(staged, PosixFileAttributeView.class);
        if (view == null) {
            return;
        }
        if (Files.exists(old)) {
            view.setPermissions(Files.getPosixFilePermissions(old));
        } else if (name.equals("wt") || name.equals("mvnw")) {
            view.setPermissions(PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    /** A polite signal waits for the rest. */
    private static void waitFor(CountDownLatch done) {
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
