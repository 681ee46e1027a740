package io.watertight.guard.report;

import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.FileTree;
import io.watertight.guard.code.Project;
import io.watertight.guard.rules.Finding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What was wrong when a code base began with the guard. The file only shrinks, unless a person asks for more on their own machine. */
public final class Baseline {

    public static final String NAME = "guard-baseline.txt";
    private static final String HEAD =
            "# What the guard found when it was introduced. -Dguard.baseline=write removes the entries that are fixed.";

    private final Path file;
    private final Set<String> keys = new TreeSet<>();
    private final boolean exists;
    private final Set<String> seen = new HashSet<>();

    /** Reads the file in the root of the project, or in the current folder, if there is one. */
    public Baseline(CodeBase code) {
        file = code.inRoot(NAME);
        exists = Files.exists(file);
        (exists ? Project.text(file) : "")
                .lines()
                .filter(it -> !it.startsWith("#") && !it.isBlank())
                .forEach(keys::add);
    }

    /** Whether all that it consists of was there on that day. */
    public boolean holds(Finding finding) {
        seen.addAll(finding.keys());
        return keys.containsAll(finding.keys());
    }

    /** Entries that nothing corresponds to any more, of rules that were examined. */
    public List<String> fixed(Set<String> examined) {
        return keys.stream()
                .filter(it -> !seen.contains(it) && examined.contains(it.substring(0, Math.max(0, it.indexOf(' ')))))
                .toList();
    }

    /** Creates the file once and then only removes entries (write), or adds the findings of one rule (accept); {@return what was done}. */
    public String update(String mode, @Nullable String rule, List<Finding> open, Set<String> examined) {
        boolean accept = mode.equals("accept");
        if (!accept && !mode.equals("write")) {
            throw new IllegalArgumentException("guard.baseline must be 'write' or 'accept', not '%s'.".formatted(mode));
        }
        if (accept && rule == null) {
            throw new IllegalArgumentException(
                    "-Dguard.baseline=accept needs -Dguard.rule=, the rule whose findings to accept.");
        }
        boolean ci = !System.getenv().getOrDefault("CI", "").matches("(?i)\\s*|false");
        if (ci && (accept || !exists)) {
            throw new IllegalStateException(
                    "The baseline is not written where the variable CI is set. Write it on your own machine, and have it reviewed.");
        }
        int before = keys.size();
        fixed(examined).forEach(keys::remove);
        int removed = before - keys.size();
        open.stream().filter(it -> accept ? it.rule().equals(rule) : !exists).forEach(it -> keys.addAll(it.keys()));
        String text = HEAD + "\n" + String.join("\n", keys) + (keys.isEmpty() ? "" : "\n");
        FileTree.io(() -> Files.writeString(file, text));
        return "%s: %d entries, %d removed, %d added."
                .formatted(NAME, keys.size(), removed, keys.size() - before + removed);
    }
}
