package io.watertight.guard;

import io.watertight.guard.codebase.Codebase;
import io.watertight.guard.rules.Findings;
import io.watertight.guard.rules.Rule;
import io.watertight.guard.rules.RuleCatalog;
import io.watertight.guard.rules.Violation;
import io.watertight.guard.rules.database.Catalogue;
import io.watertight.guard.rules.database.DatabaseRule;
import io.watertight.guard.rules.database.DatabaseRules;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
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
    private static final Path DATABASE_REPORT = Path.of("target", "architecture-report-database.md");

    private final Codebase code;
    private final Set<RuleGroup> groups;
    private final Clock clock;

    private final @Nullable DataSource database;

    private ArchitectureSuite(Codebase code, Set<RuleGroup> groups, Clock clock, @Nullable DataSource database) {
        this.code = code;
        this.groups = groups;
        this.clock = clock;
        this.database = database;
    }

    /** {@return all rules, for the application of that main class} */
    public static ArchitectureSuite of(Class<?> mainClass) {
        return of(Codebase.of(mainClass), Clock.systemUTC());
    }

    /**
     * {@return all rules, for an application that was read already}
     *
     * @param clock tells whether an exception has expired
     */
    public static ArchitectureSuite of(Codebase code, Clock clock) {
        return new ArchitectureSuite(code, EnumSet.allOf(RuleGroup.class), clock, null);
    }

    /** {@return the rules of these groups alone} */
    public ArchitectureSuite only(RuleGroup first, RuleGroup... others) {
        return new ArchitectureSuite(code, EnumSet.of(first, others), clock, database);
    }

    /**
     * {@return the rules on a database, in place of those on code}
     *
     * @param migrated the application's PostgreSQL after its migrations; any login will do, for only the catalogue is read
     */
    public ArchitectureSuite onDatabase(DataSource migrated) {
        return new ArchitectureSuite(code, EnumSet.noneOf(RuleGroup.class), clock, migrated);
    }

    /** Examines everything now, writes the report and {@return one test for each rule}, skipped where it does not apply. */
    public Stream<DynamicTest> tests() {
        Report report = examine();
        report.write(database == null ? REPORT : DATABASE_REPORT);
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
        if (database == null) {
            results.add(exceptions.result(results.stream().map(RuleResult::rule).collect(Collectors.toSet())));
        } else {
            results.addAll(examine(database, exceptions));
        }
        return new Report(code, results);
    }

    private List<RuleResult> examine(DataSource migrated, ExceptionFile exceptions) {
        List<RuleResult> results = new ArrayList<>();
        try (Connection connection = migrated.getConnection()) {
            Catalogue catalogue = new Catalogue(connection, code);
            for (DatabaseRule rule : DatabaseRules.rules()) {
                Findings findings = new Findings(rule.id());
                rule.examine(code, catalogue, findings);
                results.add(new RuleResult(
                        rule.id(),
                        rule.promise(),
                        findings.subjects(),
                        findings.violations().stream()
                                .filter(it -> !exceptions.allows(it))
                                .toList()));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database's catalogue cannot be read", e);
        }
        return results;
    }

    private RuleResult examine(Rule rule, ExceptionFile exceptions) {
        Findings findings = new Findings(rule.id());
        rule.examine(code, findings);
        List<Violation> violations = findings.violations().stream()
                .filter(it -> !exceptions.allows(it))
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
