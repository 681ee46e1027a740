package io.watertight.guard.run;

import io.watertight.guard.Level;
import io.watertight.guard.RuleGroup;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;
import io.watertight.guard.report.Baseline;
import io.watertight.guard.report.ExceptionFile;
import io.watertight.guard.report.Report;
import io.watertight.guard.report.RuleResult;
import io.watertight.guard.rules.Finding;
import io.watertight.guard.rules.Findings;
import io.watertight.guard.rules.Rule;
import io.watertight.guard.rules.RuleCatalog;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Asks rules about a code base, and takes away what another rule tells better, what is excepted and what was there before.
 *
 * @param clock tells whether an exception has expired; for the others see {@link io.watertight.guard.Engine.Request}
 */
public record Examination(
        CodeBase code,
        Clock clock,
        Set<RuleGroup> groups,
        Set<String> ids,
        @Nullable Level level) {

    public Report examine() {
        requireSomething();
        List<Rule> rules = RuleCatalog.rules().stream().filter(this::isAsked).toList();
        List<RuleResult> raw = rules.parallelStream().map(this::result).toList();
        requireRules(raw);
        return report(once(raw), new Baseline(code));
    }

    /** Examines a database in place of the code. */
    public Report examine(DataSource database) {
        return report(
                RuleCatalog.databaseRules(database).stream().map(this::result).toList(), null);
    }

    private Report report(List<RuleResult> results, @Nullable Baseline baseline) {
        ExceptionFile exceptions = new ExceptionFile(code, clock);
        Set<String> examined = results.stream().map(it -> it.rule().id()).collect(Collectors.toSet());
        List<RuleResult> open = without(results, exceptions::allows);
        if (baseline != null) {
            open = new ArrayList<>(withBaseline(open, baseline, examined));
            open.add(exceptions.result(examined));
        }
        return new Report(code, open);
    }

    private boolean isAsked(Rule rule) {
        return ids.isEmpty()
                ? groups.contains(rule.group()) && (level != Level.CORE || rule.level() == Level.CORE)
                : ids.contains(rule.id());
    }

    /** One rule that crashes is one failing rule; the others have their say. */
    private RuleResult result(Rule rule) {
        try {
            Findings findings = rule.examine(code);
            boolean fails = rule.level() == Level.CORE || level == Level.STRICT || ids.contains(rule.id());
            return new RuleResult(rule, findings.subjects(), findings.all(), fails);
        } catch (RuntimeException | LinkageError e) {
            Finding crash = new Finding(
                    rule.id(),
                    Level.CORE,
                    new Finding.Place("the rule itself", 0, rule.id(), ""),
                    List.of("crash"),
                    "The rule has crashed: %s at %s."
                            .formatted(e, e.getStackTrace().length == 0 ? "?" : e.getStackTrace()[0]),
                    "What it examines has not been checked.",
                    "Please report it, with this line.");
            return new RuleResult(rule, List.of(rule.id()), List.of(crash), true);
        }
    }

    private void requireSomething() {
        require(
                code.find(code.mainClass()).isPresent(),
                "The guard has not found the class %s. It looked at %d folders and jars, for example: %s. Compile first, and run it where the application is on the class path.",
                code.mainClass(),
                code.classPath().size(),
                code.classPath().stream().limit(3).toList());
        require(
                !code.businessModules().isEmpty(),
                "The guard has found no module below '%1$s'. A module is a package directly below the application's, such as %1$s.orders; packages that are layers (controller, service, repository) do not count.",
                code.basePackage());
        require(
                code.types().stream().anyMatch(CodeType::isInBusiness),
                "The guard has found the sources of no module, only of what lies in %s. Put the aggregating POM, or the Gradle settings, into a folder above all modules.",
                code.inRoot(""));
        List<CodeType> entities = code.persistence().entities();
        require(
                entities.isEmpty()
                        || entities.stream()
                                .anyMatch(it -> it.owner() != null || code.isInBasePackage(it.packageName())),
                "None of the entities that the guard has found is in a module, for example: %s. Modules are the packages directly below '%s', where the main class is: move it to the package above those of the modules.",
                entities.stream().limit(3).toList(),
                code.basePackage());
    }

    private static void require(boolean met, String otherwise, Object... parts) {
        if (!met) {
            throw new AssertionError(otherwise.formatted(parts));
        }
    }

    private void requireRules(List<RuleResult> results) {
        Set<String> unknown = new TreeSet<>(ids);
        results.forEach(it -> unknown.remove(it.rule().id()));
        require(unknown.isEmpty(), "There is no rule %s.", String.join(", ", unknown));
        results.forEach(it -> require(
                ids.isEmpty() || !it.subjects().isEmpty(),
                "The rule '%s' was requested but found nothing to examine.",
                it.rule().id()));
        // The others look at every class; these need migrations and POMs.
        Stream.of(RuleGroup.SQL, RuleGroup.BUILD)
                .filter(it -> groups.size() < RuleGroup.values().length && groups.contains(it))
                .forEach(group -> require(
                        results.stream()
                                .anyMatch(it -> it.rule().group() == group
                                        && !it.subjects().isEmpty()),
                        "The rules of %s were requested but found nothing to examine.",
                        group));
    }

    /** One cause is one finding: of several rules that see the same thing at the same place the first one speaks. */
    private static List<RuleResult> once(List<RuleResult> results) {
        Set<String> reported = results.stream()
                .flatMap(it -> it.findings().stream())
                .map(it -> it.rule() + " " + it.place().origin())
                .collect(Collectors.toSet());
        Set<String> told = new HashSet<>();
        return results.stream()
                .map(result -> {
                    List<Finding> findings = result.findings().stream()
                            .filter(it -> result.rule().page().yieldsTo().stream()
                                    .noneMatch(other -> reported.contains(
                                            other + " " + it.place().origin())))
                            .filter(it -> it.parts().stream()
                                    .anyMatch(part -> !told.contains(it.place().origin() + part)))
                            .toList();
                    findings.forEach(
                            it -> it.parts().forEach(part -> told.add(it.place().origin() + part)));
                    return result.with(findings);
                })
                .toList();
    }

    private static List<RuleResult> without(List<RuleResult> results, Predicate<Finding> allowed) {
        return results.stream()
                .map(it -> it.with(it.findings().stream()
                        .filter(finding -> finding.isCrash() || !allowed.test(finding))
                        .toList()))
                .toList();
    }

    private List<RuleResult> withBaseline(List<RuleResult> results, Baseline baseline, Set<String> examined) {
        List<RuleResult> open = without(results, baseline::holds);
        String mode = System.getProperty("guard.baseline");
        if (mode == null) {
            int fixed = baseline.fixed(examined).size();
            if (fixed > 0) {
                System.out.printf(
                        "guard: %d entries of %s are fixed; -Dguard.baseline=write removes them.%n",
                        fixed, Baseline.NAME);
            }
            return open;
        }
        List<Finding> findings = open.stream()
                .flatMap(it -> it.findings().stream())
                .filter(it -> !it.isCrash())
                .toList();
        System.out.println("guard: " + baseline.update(mode, System.getProperty("guard.rule"), findings, examined));
        return without(results, baseline::holds);
    }
}
