package io.watertight.guard.rules.suppression;

import io.watertight.guard.RuleGroup;
import io.watertight.guard.codebase.Codebase;
import io.watertight.guard.codebase.ProjectFiles;
import io.watertight.guard.rules.Findings;
import io.watertight.guard.rules.Rule;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/** Files by which ArchUnit and JUnit are told to look away. */
final class IgnoreFiles implements Rule {

    private static final List<String> NAMES =
            List.of("archunit_ignore_patterns.txt", "archunit.properties", "junit-platform.properties");
    private static final List<String> SWITCHES = List.of(
            "junit.platform.execution.dryRun",
            "junit.jupiter.extensions.autodetection",
            "junit.platform.execution.listeners.deactivate");
    private static final String STORE = "archunit_store";

    /** Services by which JUnit leaves out tests, or does not run them. */
    private static final List<String> SERVICES = List.of(
            "org.junit.platform.launcher.PostDiscoveryFilter",
            "org.junit.platform.launcher.LauncherInterceptor",
            "org.junit.jupiter.api.extension.Extension");

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
            } else if (SERVICES.contains(name)
                    && it.getParent() != null
                    && it.getParent().endsWith("META-INF/services")) {
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
        if (!name.equals("junit-platform.properties")) {
            return false;
        }
        Properties settings = new Properties();
        try {
            settings.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return settings.stringPropertyNames().stream()
                .noneMatch(it -> SWITCHES.stream().anyMatch(it::startsWith));
    }

    private static void report(String where, String name, Findings findings) {
        findings.violation(
                where,
                "There is a file %s.".formatted(name),
                "It silences rules for everybody, and nobody is told.",
                "Delete it. What has to be allowed for a while is an entry in architecture-exceptions.yml, with a reason and an end.");
    }
}
