package io.watertight.guard.proof;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.resolvers.SelectedClassResolverFromClasspath;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import io.watertight.guard.Level;
import io.watertight.guard.RuleGroup;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.rules.Finding;
import io.watertight.guard.run.Examination;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.data.repository.CrudRepository;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;

/** Shows a fixture to every guard and takes down what they say. */
final class Examiner {

    /** Fixtures hold dates, so their today never changes. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-01T00:00:00Z"), ZoneOffset.UTC);

    private final Sample base;
    private final String mainClass;
    private final CinemaDatabase database;

    Examiner(Sample base, String mainClass, CinemaDatabase database) {
        this.base = base;
        this.mainClass = mainClass;
        this.database = database;
    }

    Outcome examine(Fixture fixture) {
        try (Sample sample = base.with(fixture.files())) {
            Map<Stopper, String> verdicts = new EnumMap<>(Stopper.class);
            for (Stopper guard : Stopper.values()) {
                verdicts.put(guard, Outcome.NOT_ASKED);
            }
            List<String> messages = new ArrayList<>();
            if (sample.compilerOutput().isEmpty()) {
                verdicts.put(Stopper.JAVAC, Outcome.PASSED);
                askModulith(sample, verdicts, messages);
                askGuard(sample, verdicts, messages);
                askNaiveRule(sample, verdicts);
                askDatabase(fixture, verdicts);
            } else {
                verdicts.put(Stopper.JAVAC, "does not compile");
                messages.add(sample.compilerOutput().strip());
            }
            return new Outcome(verdicts, messages);
        }
    }

    private void askGuard(Sample sample, Map<Stopper, String> verdicts, List<String> messages) {
        List<Finding> findings = new Examination(
                        CodeBase.of(mainClass, sample.root(), sample.classpath()),
                        CLOCK,
                        EnumSet.allOf(RuleGroup.class),
                        Set.of(),
                        Level.STRICT)
                .examine()
                .findings();
        verdicts.put(
                Stopper.GUARD,
                findings.isEmpty()
                        ? Outcome.PASSED
                        : findings.stream()
                                .map(Finding::rule)
                                .distinct()
                                .sorted()
                                .collect(Collectors.joining(", ")));
        findings.stream().map(Finding::message).forEach(messages::add);
    }

    private void askModulith(Sample sample, Map<Stopper, String> verdicts, List<String> messages) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(urls(sample.classpath()), before)) {
            thread.setContextClassLoader(loader);
            Class<?> main = Class.forName(mainClass, false, loader);
            // Of libraries it needs to know Spring's types only, and to read all others takes longer than to judge.
            ArchConfiguration.withThreadLocalScope(configuration -> {
                        configuration.setClassResolver(SelectedClassResolverFromClasspath.class);
                        configuration.setClassResolverArguments(main.getPackageName(), "org.springframework");
                        return ApplicationModules.of(main);
                    })
                    .verify();
            verdicts.put(Stopper.MODULITH, Outcome.PASSED);
        } catch (Violations | IllegalArgumentException | IllegalStateException | AssertionError e) {
            verdicts.put(Stopper.MODULITH, "verify()");
            messages.add("Spring Modulith: " + firstLines(String.valueOf(e.getMessage())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private void askDatabase(Fixture fixture, Map<Stopper, String> verdicts) {
        fixture.expected().forEach((section, sql) -> {
            if (section.startsWith(Fixture.SQL_AS)) {
                verdicts.put(Stopper.DATABASE, database.verdictOn(section.substring(Fixture.SQL_AS.length()), sql));
            }
        });
    }

    /** What it lists below each of them comes in no certain order. */
    private static String firstLines(String message) {
        List<String> lines =
                message.lines().filter(it -> it.startsWith("- ")).sorted().toList();
        return lines.isEmpty() ? message.strip().replaceFirst("(?s), but got .*", "") : String.join("\n", lines);
    }

    /** Calls of save on a repository, by its name, from outside of the module. */
    private void askNaiveRule(Sample sample, Map<Stopper, String> verdicts) {
        JavaClasses classes = ArchConfiguration.withThreadLocalScope(configuration -> {
            configuration.setResolveMissingDependenciesFromClassPath(false);
            return new ClassFileImporter().importPaths(sample.classpath());
        });
        boolean broken = ArchRuleDefinition.noClasses()
                .that()
                .resideOutsideOfPackage("..films..")
                .should()
                .callMethod(CrudRepository.class, "save", Object.class)
                .evaluate(classes)
                .hasViolation();
        verdicts.put(Stopper.NAIVE_RULE, broken ? "yes" : Outcome.PASSED);
    }

    static URL[] urls(List<Path> paths) throws MalformedURLException {
        URL[] urls = new URL[paths.size()];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = paths.get(i).toUri().toURL();
        }
        return urls;
    }
}
