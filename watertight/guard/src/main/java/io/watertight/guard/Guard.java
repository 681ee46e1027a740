package io.watertight.guard;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
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
 * Stream<DynamicTest> guard() {
 *     return Guard.of(LibraryApplication.class).tests();
 * }
 * }</pre>
 */
public final class Guard {

    private final Engine.Request request;

    private Guard(Engine.Request request) {
        this.request = request;
    }

    /** {@return all rules, for the application of that main class} */
    public static Guard of(Class<?> mainClass) {
        return new Guard(new Engine.Request(
                mainClass.getName(), sourceOf(mainClass), EnumSet.allOf(RuleGroup.class), Set.of(), null, null));
    }

    /** {@return the rules of these groups alone} */
    public Guard only(RuleGroup first, RuleGroup... others) {
        return new Guard(new Engine.Request(
                request.mainClass(),
                request.source(),
                EnumSet.of(first, others),
                request.rules(),
                request.level(),
                request.database()));
    }

    /** {@return these rules alone, by their ids; each of them fails if it finds nothing to look at} */
    public Guard rules(String... ids) {
        return new Guard(new Engine.Request(
                request.mainClass(),
                request.source(),
                request.groups(),
                Set.of(ids),
                request.level(),
                request.database()));
    }

    /** {@return rules up to that level, whose findings all fail; without it, those of {@link Level#STRICT} are warnings} */
    public Guard level(Level level) {
        return new Guard(new Engine.Request(
                request.mainClass(), request.source(), request.groups(), request.rules(), level, request.database()));
    }

    /** {@return the rules on a migrated PostgreSQL in place of those on code; its catalog alone is read} */
    public Guard onDatabase(DataSource migrated) {
        return new Guard(new Engine.Request(
                request.mainClass(), request.source(), request.groups(), request.rules(), request.level(), migrated));
    }

    /** Examines everything now, writes the reports and {@return one test for each rule}, skipped where it does not apply. */
    public Stream<DynamicTest> tests() {
        return Java25.engine().examine(request).stream()
                .map(it -> DynamicTest.dynamicTest(it.title(), () -> verdict(it)));
    }

    /**
     * The same for a code base without JUnit.
     *
     * @throws AssertionError with all that is wrong
     */
    public void check() {
        List<String> failures = Java25.engine().examine(request).stream()
                .map(Engine.Outcome::failure)
                .filter(it -> it != null)
                .collect(Collectors.toList());
        if (!failures.isEmpty()) {
            throw new AssertionError(String.join("\n\n", failures));
        }
    }

    private static void verdict(Engine.Outcome outcome) {
        if (outcome.failure() != null) {
            throw new AssertionError(outcome.failure());
        }
        if (!outcome.applies()) {
            throw new TestAbortedException("There is nothing here that this rule looks at");
        }
    }

    private static @Nullable Path sourceOf(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        try {
            return source == null ? null : Path.of(source.getLocation().toURI());
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new IllegalStateException(type + " comes from a place that is no file", e);
        }
    }
}
