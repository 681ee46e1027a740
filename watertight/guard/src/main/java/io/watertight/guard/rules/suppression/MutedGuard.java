package io.watertight.guard.rules.suppression;

import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;
import io.watertight.guard.code.Project;
import io.watertight.guard.rules.Findings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tests of the architecture that are there, and do not run or do not count. */
final class MutedGuard {

    private static final String WHY =
            "A rule that is skipped, frozen or caught is green whatever happens, and nobody sees the difference.";
    private static final String INSTEAD =
            "Remove it. What has to be allowed for a while is an entry in architecture-exceptions.yml, with a reason,"
                    + " an owner and an end.";

    private static final List<String> OF_ARCHITECTURE = List.of(
            "org.springframework.modulith.core.ApplicationModules",
            "io.watertight.guard.Guard",
            "com.tngtech.archunit.lang.ArchRule");
    private static final Pattern MUTES = Pattern.compile(
            "org\\.junit\\.jupiter\\.api\\.(Disabled|Tag|Tags|condition\\..*)|org\\.springframework\\.test\\.context\\.(junit\\.jupiter\\.(DisabledIf|EnabledIf|DisabledInAotMode)|ActiveProfiles)"
                    + "|com\\.tngtech\\.archunit\\.junit\\.ArchIgnore|org\\.junit\\.Ignore");
    private static final Pattern ASSUMES =
            Pattern.compile("org\\.junit\\.jupiter\\.api\\.Assumptions|org\\.assertj\\.core\\.api\\.Assumptions");
    private static final String FREEZING = "com.tngtech.archunit.library.freeze.FreezingArchRule";

    /** By these an extension catches what a test throws, or keeps it from running. */
    private static final Pattern SWALLOWS = Pattern.compile(
            "org\\.junit\\.jupiter\\.api\\.extension\\.(TestExecutionExceptionHandler|ExecutionCondition|InvocationInterceptor|LifecycleMethodExecutionExceptionHandler)"
                    + "|org\\.junit\\.platform\\.launcher\\.(PostDiscoveryFilter|LauncherInterceptor)");

    private static final Pattern FILES = Pattern.compile(
            "archunit_ignore_patterns\\.txt|archunit\\.properties|org\\.junit\\.platform\\.launcher\\.(PostDiscoveryFilter|LauncherInterceptor)|org\\.junit\\.jupiter\\.api\\.extension\\.Extension");
    private static final Pattern SWITCHES = Pattern.compile(
            "(?m)^\\s*(junit\\.platform\\.execution\\.(dryRun|listeners\\.deactivate)|junit\\.jupiter\\.(extensions\\.autodetection|conditions\\.deactivate)).*");

    private MutedGuard() {}

    static void examine(CodeBase code, Findings findings) {
        for (CodeType test : code.tests()) {
            findings.examined(test);
            boolean architecture = OF_ARCHITECTURE.stream()
                    .anyMatch(it ->
                            test.uses().stream().anyMatch(use -> use.type().equals(it)));
            Stream.concat(
                            test.java().getAnnotations().stream()
                                    .map(it -> it.getRawType().getName()),
                            test.java().getMembers().stream()
                                    .flatMap(it -> it.getAnnotations().stream())
                                    .map(it -> it.getRawType().getName()))
                    .filter(it -> architecture && MUTES.matcher(it).matches() || it.endsWith(".ArchIgnore"))
                    .findFirst()
                    .ifPresent(it -> report(test, "@" + it.replaceFirst(".*\\.", ""), findings));
            test.calls().stream()
                    .map(it -> it.owner().getName())
                    .filter(it -> it.equals(FREEZING)
                            || architecture && ASSUMES.matcher(it).matches())
                    .findFirst()
                    .ifPresent(it -> report(test, it.replaceFirst(".*\\.", ""), findings));
            code.tests().stream()
                    .filter(it -> architecture
                            && test.uses().stream().anyMatch(use -> use.type().equals(it.name())))
                    .flatMap(it -> it.java().getAllRawInterfaces().stream())
                    .filter(it -> SWALLOWS.matcher(it.getName()).matches())
                    .findFirst()
                    .ifPresent(it -> report(
                            test,
                            "an extension that swallows failures or leaves tests out, " + it.getSimpleName(),
                            findings));
        }
        Project project = code.project();
        if (project != null) {
            project.files().forEach(it -> examine(it, findings));
        }
        code.classPath().stream().filter(Files::isDirectory).forEach(folder -> {
            findings.examined(folder.getFileName());
            Stream.of("archunit_ignore_patterns.txt", "archunit.properties")
                    .map(folder::resolve)
                    .filter(Files::exists)
                    .filter(it -> project == null
                            || project.files().stream().noneMatch(file -> file.endsWith(it.getFileName())))
                    .forEach(it -> report(it, 1, findings));
        });
    }

    private static void examine(Path file, Findings findings) {
        String name = String.valueOf(file.getFileName());
        if (FILES.matcher(name).matches()
                || (file.getParent() != null && file.getParent().endsWith("archunit_store"))) {
            report(file, 1, findings);
        } else if (name.equals("junit-platform.properties")) {
            String text = Project.text(file);
            var switched = SWITCHES.matcher(text);
            if (switched.find()) {
                report(file, Project.lineOf(text, switched.group().strip()), findings);
            }
        }
    }

    private static void report(Path file, int line, Findings findings) {
        findings.add(
                findings.at(file, line),
                String.valueOf(file.getFileName()),
                "The file %s silences rules.".formatted(file.getFileName()),
                WHY,
                INSTEAD);
    }

    private static void report(CodeType test, String what, Findings findings) {
        findings.add(findings.at(test), what, "%s uses %s.".formatted(test.simpleName(), what), WHY, INSTEAD);
    }
}
