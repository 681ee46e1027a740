package com.example.architecture.rules.suppression;

import com.example.architecture.RuleGroup;
import com.example.architecture.codebase.Codebase;
import com.example.architecture.codebase.ProjectFiles;
import com.example.architecture.rules.Findings;
import com.example.architecture.rules.Rule;
import java.nio.file.Path;
import java.util.List;

/** Files by which ArchUnit and JUnit are told to look away. */
final class IgnoreFiles implements Rule {

    private static final List<String> NAMES =
            List.of("archunit_ignore_patterns.txt", "archunit.properties", "junit-platform.properties");
    private static final String STORE = "archunit_store";

    @Override
    public String id() {
        return "no-ignore-files";
    }

    @Override
    public RuleGroup group() {
        return RuleGroup.SUPPRESSION;
    }

    @Override
    public String promise() {
        return "no file tells ArchUnit or JUnit to look away";
    }

    @Override
    public void examine(Codebase code, Findings findings) {
        ProjectFiles files = ProjectFiles.of(code);
        files.all().forEach(it -> {
            String name = String.valueOf(it.getFileName());
            if (NAMES.contains(name) && !isHarmless(it)) {
                report(code.path(it) + ":1", name, findings);
            } else if (it.getParent() != null && it.getParent().endsWith(STORE)) {
                report(code.path(it) + ":1", STORE, findings);
            }
        });
        for (Path entry : code.classpath()) {
            findings.examined(entry.getFileName());
            NAMES.stream()
                    .filter(it -> ProjectFiles.read(entry, it)
                            .filter(text -> !isHarmless(it, text))
                            .isPresent())
                    .filter(it -> files.all().stream().noneMatch(file -> file.endsWith(it)))
                    .forEach(it -> report("%s!/%s".formatted(code.path(entry), it), it, findings));
        }
    }

    private static boolean isHarmless(Path file) {
        return isHarmless(String.valueOf(file.getFileName()), ProjectFiles.text(file));
    }

    /** JUnit's settings are fine as long as they only say how tests run, not whether. */
    private static boolean isHarmless(String name, String text) {
        return name.equals("junit-platform.properties")
                && !text.contains("junit.platform.execution.dryRun.enabled")
                && !text.contains("junit.jupiter.extensions.autodetection")
                && !text.contains("junit.platform.execution.listeners.deactivate");
    }

    private static void report(String where, String name, Findings findings) {
        findings.violation(
                where,
                "There is a file %s.".formatted(name),
                "It silences rules for everybody, and nobody is told.",
                "Delete it. What has to be allowed for a while is an entry in architecture-exceptions.yml, with a reason and an end.");
    }
}
