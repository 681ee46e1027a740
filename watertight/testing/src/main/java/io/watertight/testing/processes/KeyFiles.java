package io.watertight.testing.processes;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The key pairs that settings name as {@code file:/.../name.key} and {@code file:/.../name.pub}: new ones at each start. */
final class KeyFiles {

    private static final Pattern FILE = Pattern.compile("file:\\S*?([^/\\s]+)\\.(key|pub)\\b");

    private final Path folder;
    private final Set<String> made = new HashSet<>();

    KeyFiles(Path folder) {
        this.folder = folder;
    }

    /** {@return the value with the keys of this folder, which are made if they are missing} */
    String in(String value) {
        return FILE.matcher(value).replaceAll(it -> {
            var name = it.group(1);
            if (made.add(name)) {
                ProcessKeys.of(name, folder);
            }
            return Matcher.quoteReplacement(
                    folder.resolve(name + '.' + it.group(2)).toUri().toString());
        });
    }
}
