package io.watertight.tool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;

/** Whether a plan can be carried out, before the first file is written. */
final class PlanCheck {

    private final Plan plan;

    PlanCheck(Plan plan) {
        this.plan = plan;
    }

    /**
     * Refuses two files whose names differ only in case, a file where a folder is to be, and what cannot be written.
     *
     * @throws ToolException with the first of them
     */
    void requirePossible() {
        if (plan.isEmpty()) {
            return;
        }
        plan.changes().keySet().forEach(this::requireWritable);
        SortedSet<String> all = plan.files("");
        requireDifferentNames(all);
        requireFolders(all);
    }

    private static void requireDifferentNames(SortedSet<String> all) {
        Map<String, String> byLowerCase = new HashMap<>();
        for (String path : all) {
            String other = byLowerCase.put(path.toLowerCase(Locale.ROOT), path);
            if (other != null) {
                throw new ToolException(
                        "%s and %s differ in case only, and are one file on Windows and macOS.".formatted(other, path));
            }
        }
    }

    private static void requireFolders(SortedSet<String> all) {
        for (String path : all) {
            for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
                if (all.contains(path.substring(0, slash))) {
                    throw new ToolException(path.substring(0, slash) + " is a file, but has to be a folder.");
                }
            }
        }
    }

    private void requireWritable(String path) {
        Path folder = plan.root().resolve(path).getParent();
        while (!Files.exists(folder)) {
            folder = folder.getParent();
        }
        for (Path it : List.of(plan.root().resolve(path), folder)) {
            if (Files.exists(it) && isReadOnly(it)) {
                throw new ToolException(it + " is read-only and would have to change.");
            }
        }
    }

    /** An administrator may write what nobody is meant to. */
    private static boolean isReadOnly(Path path) {
        try {
            PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
            return !Files.isWritable(path)
                    || view != null && !view.readAttributes().permissions().contains(PosixFilePermission.OWNER_WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
