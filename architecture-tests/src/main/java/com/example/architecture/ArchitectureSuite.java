package com.example.architecture;

import com.example.architecture.codebase.Codebase;
import com.example.architecture.rules.Findings;
import com.example.architecture.rules.Rule;
import com.example.architecture.rules.RuleCatalog;
import com.example.architecture.rules.Violation;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.TestAbortedException;

/**
 * Examines an application. From its main class it finds the code, the modules and their migrations, so nothing has to be
 * configured:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> architecture() {
 *     return ArchitectureSuite.of(ShopApplication.class).tests();
 * }
 * }</pre>
 *
 * <p>What each rule has looked at is written to {@code target/architecture-report.md}.
 */
public final class ArchitectureSuite {

    private static final Path REPORT = Path.of("target", "architecture-report.md");

    private final Codebase code;
    private final Set<RuleGroup> groups;
    private final Clock clock;

    private ArchitectureSuite(Codebase code, Set<RuleGroup> groups, Clock clock) {
        this.code = code;
        this.groups = groups;
        this.clock = clock;
    }

    /** {@return all rules, for the application of that main class} */
    public static ArchitectureSuite of(Class<?> mainClass) {
        return of(Codebase.of(mainClass), Clock.systemDefaultZone());
    }

    /**
     * {@return all rules, for an application that was read already}
     *
     * @param clock tells whether an exception has expired
     */
    public static ArchitectureSuite of(Codebase code, Clock clock) {
        return new ArchitectureSuite(code, EnumSet.allOf(RuleGroup.class), clock);
    }

    /** {@return the rules of these groups alone} */
    public ArchitectureSuite only(RuleGroup first, RuleGroup... others) {
        return new ArchitectureSuite(code, EnumSet.of(first, others), clock);
    }

    /** Examines everything now, writes the report and {@return one test for each rule}, skipped where it does not apply. */
    public Stream<DynamicTest> tests() {
        Report report = examine();
        report.write(REPORT);
        return report.results().stream().map(it -> DynamicTest.dynamicTest(it.title(), () -> verdict(it)));
    }

    /** {@return what every rule found, exceptions taken into account} */
    public Report examine() {
        ExceptionFile exceptions = ExceptionFile.of(code, clock);
        List<RuleResult> results = new ArrayList<>();
        for (Rule rule : RuleCatalog.rules()) {
            if (groups.contains(rule.group())) {
                results.add(examine(rule, exceptions));
            }
        }
        results.add(exceptions.result());
        return new Report(code, results);
    }

    private RuleResult examine(Rule rule, ExceptionFile exceptions) {
        Findings findings = new Findings(rule.id());
        rule.examine(code, findings);
        List<Violation> violations = findings.violations().stream()
                .filter(it -> rule.group() == RuleGroup.SUPPRESSION || !exceptions.allows(it))
                .toList();
        return new RuleResult(rule.id(), rule.promise(), findings.subjects(), violations);
    }

    private static void verdict(RuleResult result) {
        switch (result.status()) {
            case HELD -> {
                // Nothing to say.
            }
            case NOT_APPLICABLE ->
                throw new TestAbortedException(
                        "Not applicable: there is nothing here that '%s' looks at".formatted(result.rule()));
            case BROKEN -> throw new AssertionError(result.message());
        }
    }
}
