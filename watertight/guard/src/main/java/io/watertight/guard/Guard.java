package io.watertight.guard;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.EnumSet;
import java.util.Set;
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
 * Stream<DynamicTest> guard() {
 *     return Guard.of(LibraryApplication.class).tests();
 * }
 * }</pre>
 */
public final class Guard {

    private final String mainClass;
    private final @Nullable Path source;
    private Set<RuleGroup> groups = EnumSet.allOf(RuleGroup.class);
    private Set<String> rules = Set.of();
    private @Nullable Level level;
    private @Nullable DataSource database;

    private Guard(Class<?> mainClass) {
        this.mainClass = mainClass.getName();
        this.source = sourceOf(mainClass);
    }

    /** {@return all rules, for the application of that main class} */
    public static Guard of(Class<?> mainClass) {
        return new Guard(mainClass);
    }

    /** Examines the rules of these groups alone. */
    public Guard only(RuleGroup first, RuleGroup... others) {
        groups = EnumSet.of(first, others);
        return this;
    }

    /** Examines these rules alone, by their ids; each of them fails if it finds nothing to look at. */
    public Guard rules(String... ids) {
        rules = Set.of(ids);
        return this;
    }

    /** Examines rules up to that level, whose findings all fail; without it, those of {@link Level#STRICT} are warnings. */
    public Guard level(Level level) {
        this.level = level;
        return this;
    }

    /** Examines a migrated PostgreSQL in place of the code; its catalog alone is read. */
    public Guard onDatabase(DataSource migrated) {
        database = migrated;
        return this;
    }

    /** Examines everything now, writes the reports and {@return one test for each rule}, skipped where it does not apply. */
    public Stream<DynamicTest> tests() {
        return outcomes().map(it -> DynamicTest.dynamicTest(it.title(), () -> verdict(it)));
    }

    /**
     * The same for a code base without JUnit.
     *
     * @throws AssertionError with all that is wrong
     */
    public void check() {
        var failures =
                outcomes().map(Engine.Outcome::failure).filter(it -> it != null).toList();
        if (!failures.isEmpty()) {
            throw new AssertionError(String.join("\n\n", failures));
        }
    }

    private Stream<Engine.Outcome> outcomes() {
        Engine.Request request = new Engine.Request(mainClass, source, groups, rules, level, database);
        return Java25.engine().examine(request).stream();
    }

    private static void verdict(Engine.Outcome outcome) {
        if (outcome.failure() != null) {
            throw new AssertionError(outcome.failure());
        }
        if (!outcome.applies()) {
            throw new TestAbortedException("This rule found nothing to examine");
        }
    }

    private static @Nullable Path sourceOf(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        try {
            return source == null ? null : Path.of(source.getLocation().toURI());
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new IllegalStateException(type + " was not loaded from a folder or jar", e);
        }
    }
}
