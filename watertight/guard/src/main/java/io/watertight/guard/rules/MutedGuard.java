package io.watertight.guard.rules;

import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.PackageMatchers;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;
import io.watertight.guard.code.Project;
import io.watertight.guard.code.References.Call;
import io.watertight.guard.code.References.Text;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tests of the architecture that are there, and do not run or do not count. */
final class MutedGuard {

    private static final Set<String> OF_ARCHITECTURE = Set.of(
            "org.springframework.modulith.core.ApplicationModules",
            "io.watertight.guard.Guard",
            "com.tngtech.archunit.lang.ArchRule");
    private static final String VIOLATIONS = "org.springframework.modulith.core.Violations";
    private static final Pattern ALWAYS =
            Pattern.compile("@?com\\.tngtech\\.archunit\\.(junit\\.ArchIgnore|library\\.freeze\\.FreezingArchRule)");
    private static final Pattern CAUGHT =
            Pattern.compile(VIOLATIONS + "|java\\.lang\\.(Throwable|Exception|RuntimeException|Error|AssertionError)");
    private static final String FILES =
            "(.*/)?(archunit_ignore_patterns\\.txt|org\\.junit\\.platform\\.launcher\\.(PostDiscoveryFilter|LauncherInterceptor)|org\\.junit\\.jupiter\\.api\\.extension\\.Extension|archunit_store/[^/]*)";
    private static final Pattern SWITCHES = Pattern.compile(
            "(?m)^\\s*(junit\\.platform\\.execution\\.(dryRun|listeners\\.deactivate)|junit\\.jupiter\\.(extensions\\.autodetection|conditions\\.deactivate)|archRule\\.failOnEmptyShould|freeze\\.|import\\.|classResolver|resolveMissingDependenciesFromClassPath\\s*[=:]\\s*false).*");
    /** Annotations, and classes that are called. */
    private static final Pattern MUTES = Pattern.compile(
            "@org\\.junit\\.(Ignore|jupiter\\.api\\.(Disabled|condition\\..*))|@org\\.springframework\\.test\\.context\\.junit\\.jupiter\\.(DisabledIf|EnabledIf|DisabledInAotMode)"
                    + "|org\\.(junit\\.jupiter|assertj\\.core)\\.api\\.Assumptions");
    /** What fails where something is wrong, and what catches that. */
    private static final Pattern FAILS = Pattern.compile(
            "(com\\.tngtech\\.archunit\\.lang|org\\.springframework\\.modulith\\.core|io\\.watertight\\.guard)\\..*\\.(verify|check|throwIfPresent)\\(.*");
    /** What Maven runs where no POM says more. */
    private static final Pattern RUN = Pattern.compile("(Test|IT)\\w*|\\w*(Tests?|TestCase|IT|ITCase)|.*\\..*");
    /** By these an extension catches what a test throws, or keeps it from running. */
    private static final Pattern SWALLOWS = Pattern.compile(
            "org\\.junit\\.(jupiter\\.api\\.extension\\.(TestExecutionExceptionHandler|ExecutionCondition|InvocationInterceptor|LifecycleMethodExecutionExceptionHandler)|platform\\.launcher\\.(PostDiscoveryFilter|LauncherInterceptor))");

    void examine(CodeBase code, Findings findings) {
        code.tests().forEach(it -> examine(code, it, findings));
        code.files(FILES).forEach(it -> report(it, 1, findings));
        code.files("(.*/)?(junit-platform|archunit)\\.properties").forEach(it -> {
            var switched = SWITCHES.matcher(Project.text(it));
            if (switched.find()) {
                report(it, Project.lineOf(Project.text(it), switched.group().strip()), findings);
            }
        });
    }

    private static void examine(CodeBase code, CodeType test, Findings findings) {
        findings.examined(test);
        boolean architecture = test.uses().stream().anyMatch(it -> OF_ARCHITECTURE.contains(it.type()));
        Stream<String> marks = Stream.concat(
                        test.java().getAnnotations().stream(),
                        test.java().getMembers().stream()
                                .filter(it -> !isOfSomethingElse(test, it))
                                .flatMap(it -> it.getAnnotations().stream()))
                .map(it -> "@" + it.getRawType().getName());
        Stream.concat(marks, test.calls().stream().map(it -> it.owner().getName()))
                .filter(it -> architecture && MUTES.matcher(it).matches()
                        || ALWAYS.matcher(it).matches())
                .findFirst()
                .ifPresent(it -> findings.says(test, "", "uses " + it.replaceFirst("[\\w.]+\\.", "")));
        if (architecture) {
            examineCalls(code, test, findings);
            examineName(code, test, findings);
        }
        test.uses().stream()
                .filter(_ -> architecture)
                .flatMap(use -> code.tests().stream().filter(it -> it.name().equals(use.type())))
                .flatMap(it -> it.java().getAllRawInterfaces().stream())
                .filter(it -> SWALLOWS.matcher(it.getName()).matches())
                .findFirst()
                .ifPresent(it -> findings.says(
                        test,
                        "",
                        "uses an extension that swallows failures or leaves tests out, " + it.getSimpleName()));
    }

    /** Unless it is no test itself, a base class of tests, or a POM says by names what is run. */
    private static void examineName(CodeBase code, CodeType test, Findings findings) {
        if (test.unit().pom() != null
                && !test.java().getModifiers().contains(JavaModifier.ABSTRACT)
                && !RUN.matcher(test.simpleName()).matches()
                && test.java().getMethods().stream().anyMatch(MutedGuard::isOfJUnit)
                && code.files("(.*/)?pom\\.xml").stream()
                        .noneMatch(it -> Project.text(it).contains(".java</include>"))) {
            findings.add(
                    test,
                    test.name(),
                    "Maven does not run %s: it knows tests by other names.".formatted(test.inWords()),
                    "Let its name end in Tests, or list it in <includes> of surefire.");
        }
    }

    private static boolean isOfJUnit(JavaMember method) {
        return method.getAnnotations().stream()
                .anyMatch(mark -> mark.getRawType().getName().startsWith("org.junit."));
    }

    /** A test of something else, beside one of the architecture, may be left out. */
    private static boolean isOfSomethingElse(CodeType test, JavaMember member) {
        return member.isAnnotatedWith("org.junit.jupiter.api.Test")
                && test.callsIn(member.getName())
                        .noneMatch(it -> it.owner().equals(test.java())
                                || FAILS.matcher(it.fullName()).matches());
    }

    private static void examineCalls(CodeBase code, CodeType test, Findings findings) {
        test.java().getCodeUnits().stream()
                .filter(MutedGuard::isOfJUnit)
                .flatMap(it -> it.getTryCatchBlocks().stream())
                .filter(it -> it.getCaughtThrowables().stream()
                        .anyMatch(caught -> CAUGHT.matcher(caught.getName()).matches()))
                .flatMap(it -> it.getAccessesContainedInTryBlock().stream())
                .filter(it -> FAILS.matcher(it.getTarget().getFullName()).matches())
                .map(it -> "catches what %s() throws".formatted(it.getName()))
                .findFirst()
                .ifPresent(it -> findings.says(test, "", it));
        var examining = test.calls().stream()
                .filter(it -> it.fullName().equals("io.watertight.guard.Guard.tests()"))
                .map(Call::member)
                .toList();
        test.calls().stream()
                .filter(it -> it.name().matches("filter|skip|limit|takeWhile|dropWhile|subList"))
                .filter(it -> it.owner().getName().equals(VIOLATIONS) || examining.contains(it.member()))
                .findFirst()
                .ifPresent(it -> findings.says(
                        test, it.member(), "leaves out some of what is examined, by %s()".formatted(it.name())));
        test.calls().stream()
                .filter(it -> it.fullName().matches(".*\\.ApplicationModules\\.of\\(.*DescribedPredicate\\)"))
                .filter(it -> namesModules(code, test, it.member()))
                .findFirst()
                .ifPresent(it -> findings.says(test, it.member(), "ignores classes of modules, by a predicate"));
    }

    /** Unless its packages are those of generated code alone; a predicate on something else is about any class. */
    private static boolean namesModules(CodeBase code, CodeType test, String member) {
        List<String> packages = test.texts()
                .filter(it -> it.annotation() == null && it.member().equals(member))
                .map(Text::value)
                .filter(it -> it.matches("(\\.\\.)?(\\w+|\\*)(\\.\\.?(\\w+|\\*))*(\\.\\.)?"))
                .toList();
        return packages.isEmpty()
                || code.types().stream().map(CodeType::packageName).anyMatch(PackageMatchers.of(packages));
    }

    private static void report(Path file, int line, Findings findings) {
        findings.add(
                findings.at(file, line),
                String.valueOf(file.getFileName()),
                "The file %s silences rules.".formatted(file.getFileName()));
    }
}
