package io.watertight.guard.run;

import io.watertight.guard.Level;
import io.watertight.guard.RuleGroup;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.report.Baseline;
import io.watertight.guard.report.ExceptionFile;
import io.watertight.guard.report.Report;
import io.watertight.guard.report.RuleResult;
import io.watertight.guard.rules.Finding;
import io.watertight.guard.rules.Findings;
import io.watertight.guard.rules.Rule;
import io.watertight.guard.rules.RuleCatalog;
import io.watertight.guard.rules.database.DatabaseRules;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Asks rules about a code base, and takes away what another rule tells better, what is excepted and what was there before. */
public final class Examination {

    private final CodeBase code;
    private final Clock clock;
    private final Set<RuleGroup> groups;
    private final Set<String> ids;
    private final @Nullable Level level;

    /**
     * @param clock tells whether an exception has expired
     * @param ids these rules alone; all of the groups if empty
     * @param level rules up to that level, all of whose findings fail; null for all, those of {@link Level#STRICT} as warnings
     */
    public Examination(CodeBase code, Clock clock, Set<RuleGroup> groups, Set<String> ids, @Nullable Level level) {
        this.code = code;
        this.clock = clock;
        this.groups = Set.copyOf(groups);
        this.ids = Set.copyOf(ids);
        this.level = level;
    }

    /** Examines the code. */
    public Report examine() {
        requireSomething();
        Map<String, Rule> rules = new HashMap<>();
        List<RuleResult> raw = new ArrayList<>();
        for (Rule rule : RuleCatalog.rules()) {
            Rule.About about = rule.about();
            if (isAsked(about)) {
                rules.put(about.id(), rule);
                raw.add(result(rule));
            }
        }
        requireRules(raw);
        List<RuleResult> results = once(raw, rules);
        ExceptionFile exceptions = ExceptionFile.of(code, clock);
        List<RuleResult> open = without(results, exceptions);
        Set<String> examined = raw.stream().map(it -> it.rule().id()).collect(Collectors.toSet());
        open = withBaseline(open, examined);
        open.add(exceptions.result(examined));
        return new Report(code, open);
    }

    /** Examines a database in place of the code. */
    public Report examine(DataSource database) {
        List<RuleResult> results = new ArrayList<>();
        DatabaseRules.examine(code, database)
                .forEach((about, it) -> results.add(new RuleResult(about, it.subjects(), it.all(), fails(about))));
        return new Report(code, without(results, ExceptionFile.of(code, clock)));
    }

    private boolean isAsked(Rule.About about) {
        return ids.isEmpty()
                ? groups.contains(about.group()) && (level != Level.CORE || about.level() == Level.CORE)
                : ids.contains(about.id());
    }

    private boolean fails(Rule.About about) {
        return about.level() == Level.CORE || level == Level.STRICT || ids.contains(about.id());
    }

    /** One rule that crashes is one failing rule; the others have their say. */
    private RuleResult result(Rule rule) {
        Rule.About about = rule.about();
        Findings findings = new Findings(code, about);
        try {
            rule.examine(code, findings);
            return new RuleResult(about, findings.subjects(), findings.all(), fails(about));
        } catch (RuntimeException | LinkageError e) {
            Finding crash = new Finding(
                    about.id(),
                    Level.CORE,
                    new Finding.Place("the rule itself", 0, about.id(), ""),
                    List.of("crash"),
                    "The rule has crashed: %s at %s."
                            .formatted(e, e.getStackTrace().length == 0 ? "?" : e.getStackTrace()[0]),
                    "Nothing is known of what it looks at.",
                    "Please report it, with this line.");
            return new RuleResult(about, List.of(about.id()), List.of(crash), true);
        }
    }

    private void requireSomething() {
        if (code.types().isEmpty()) {
            throw new AssertionError(
                    "The guard has found no class of '%s'. It looked at %d folders and jars, for example: %s. Compile first, and run it where the application is on the class path."
                            .formatted(
                                    code.basePackage(),
                                    code.classPath().size(),
                                    code.classPath().stream().limit(3).toList()));
        }
        if (code.businessModules().isEmpty()) {
            throw new AssertionError(
                    "The guard has found no module below '%s'. A module is a package directly below the application's, such as %s.orders; packages that are layers (controller, service, repository) are none."
                            .formatted(code.basePackage(), code.basePackage()));
        }
    }

    private void requireRules(List<RuleResult> results) {
        List<String> unknown = ids.stream()
                .filter(it -> results.stream().noneMatch(result -> result.rule().id().equals(it)))
                .sorted()
                .toList();
        if (!unknown.isEmpty()) {
            throw new AssertionError("There is no rule %s.".formatted(String.join(", ", unknown)));
        }
        results.stream().filter(it -> !ids.isEmpty() && it.subjects().isEmpty()).findFirst().ifPresent(it -> {
            throw new AssertionError("The rule '%s' was asked for and has found nothing to look at.".formatted(it.rule().id()));
        });
        if (groups.size() < RuleGroup.values().length) {
            groups.stream()
                    .filter(group -> results.stream().anyMatch(it -> it.rule().group() == group)
                            && results.stream().noneMatch(it -> it.rule().group() == group && !it.subjects().isEmpty()))
                    .findFirst()
                    .ifPresent(it -> {
                        throw new AssertionError("The rules of %s were asked for and have found nothing to look at.".formatted(it));
                    });
        }
    }

    /** One cause is one finding: of several rules that see the same thing at the same place the first one speaks. */
    private static List<RuleResult> once(List<RuleResult> results, Map<String, Rule> rules) {
        Map<String, Set<String>> origins = new HashMap<>();
        results.forEach(it -> it.findings().forEach(finding -> origins.computeIfAbsent(it.rule().id(), _ -> new HashSet<>())
                .add(finding.place().origin())));
        Set<String> told = new HashSet<>();
        List<RuleResult> kept = new ArrayList<>();
        for (RuleResult result : results) {
            Rule rule = rules.get(result.rule().id());
            List<Finding> findings = result.findings().stream()
                    .filter(it -> rule == null || rule.yieldsTo().stream()
                            .noneMatch(other -> origins.getOrDefault(other, Set.of()).contains(it.place().origin())))
                    .filter(it -> it.parts().stream().anyMatch(part -> !told.contains(it.place().origin() + part)))
                    .toList();
            findings.forEach(it -> it.parts().forEach(part -> told.add(it.place().origin() + part)));
            kept.add(new RuleResult(result.rule(), result.subjects(), findings, result.fails()
                    || findings.stream().anyMatch(it -> it.parts().contains("crash"))));
        }
        return kept;
    }

    private static List<RuleResult> without(List<RuleResult> results, ExceptionFile exceptions) {
        return results.stream()
                .map(it -> new RuleResult(
                        it.rule(),
                        it.subjects(),
                        it.findings().stream().filter(finding -> !exceptions.allows(finding)).toList(),
                        it.fails()))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private List<RuleResult> withBaseline(List<RuleResult> results, Set<String> examined) {
        Baseline baseline = Baseline.of(code);
        List<Finding> open = new ArrayList<>();
        results.forEach(it -> it.findings().stream().filter(finding -> !baseline.holds(finding)).forEach(open::add));
        String mode = System.getProperty("guard.baseline");
        Baseline after = baseline;
        if (mode != null) {
            System.out.println("guard: " + baseline.update(mode, System.getProperty("guard.rule"), open, examined));
            after = Baseline.of(code);
        } else if (!baseline.fixed(examined).isEmpty()) {
            System.out.printf(
                    "guard: %d entries of %s are fixed; -Dguard.baseline=write removes them.%n",
                    baseline.fixed(examined).size(), Baseline.NAME);
        }
        Baseline known = after;
        return results.stream()
                .map(it -> new RuleResult(
                        it.rule(),
                        it.subjects(),
                        it.findings().stream().filter(finding -> !known.holds(finding)).toList(),
                        it.fails()))
                .collect(Collectors.toCollection(ArrayList::new));
    }
}
