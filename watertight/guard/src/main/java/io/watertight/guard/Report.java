package io.watertight.guard;

import io.watertight.guard.codebase.Codebase;
import io.watertight.guard.codebase.DomainModule;
import io.watertight.guard.rules.Violation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What all rules found in one application. */
public final class Report {

    private static final int NAMED = 12;

    private final Codebase code;
    private final List<RuleResult> results;

    Report(Codebase code, List<RuleResult> results) {
        this.code = code;
        this.results = List.copyOf(results);
    }

    public List<RuleResult> results() {
        return results;
    }

    /** Everything that is wrong, in the order of where it is. */
    public List<Violation> violations() {
        return results.stream().flatMap(it -> it.violations().stream()).sorted().toList();
    }

    /** Writes what each rule has looked at, so that nobody has to believe that it looked at all. */
    void write(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text() {
        return """
                # What the architecture suite examined

                Application `%s`, %d classes, modules: %s.

                | rule | verdict | examined | for example |
                | --- | --- | ---: | --- |
                %s
                """.formatted(
                        code.mainClass(),
                        code.classes().size(),
                        code.modules().stream().map(DomainModule::name).collect(Collectors.joining(", ")),
                        results.stream().map(Report::row).collect(Collectors.joining("\n")));
    }

    private static String row(RuleResult result) {
        return "| %s | %s | %d | %s |"
                .formatted(
                        result.rule(),
                        switch (result.status()) {
                            case HELD -> "held";
                            case BROKEN ->
                                "**broken**, %d times"
                                        .formatted(result.violations().size());
                            case NOT_APPLICABLE -> "not applicable";
                        },
                        result.subjects().size(),
                        result.subjects().stream().limit(NAMED).collect(Collectors.joining(", ")));
    }
}
