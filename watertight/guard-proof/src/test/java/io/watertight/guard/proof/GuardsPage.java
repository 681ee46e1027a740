package io.watertight.guard.proof;

import io.watertight.guard.RuleGroup;
import io.watertight.guard.rules.Rule;
import io.watertight.guard.rules.RuleCatalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code docs/guards.md}: which guard stops which leak, from what the proof has written down of each. */
final class GuardsPage {

    static final Path FILE = Path.of("../docs/guard/evidence.md");

    private static final Path INTRODUCTION = Path.of("src/test/fixtures/introduction.md");
    private static final Path BLIND_SPOTS = Path.of("src/test/fixtures/blind-spots.md");

    private final List<Fixture> fixtures;

    GuardsPage(List<Fixture> fixtures) {
        this.fixtures = fixtures;
    }

    String text() {
        return String.join("\n\n", read(INTRODUCTION), tally(), rules(), databaseRules(), read(BLIND_SPOTS)) + "\n";
    }

    private String tally() {
        List<Fixture> leaks = fixtures.stream().filter(it -> !it.isTwin()).toList();
        Map<Stopper, Long> stopped = new EnumMap<>(Stopper.class);
        for (Stopper guard : Stopper.values()) {
            stopped.put(guard, leaks.stream().filter(it -> isStopped(it, guard)).count());
        }
        return """
            ## Who stops what

            %d leaks, and %d twins that only look like leaks and pass. %d of the leaks are *contrived*: nobody writes them by mistake,
            and the reason is given beside each; the others are what people and assistants write under a deadline. Each is real source in
            `watertight/guard-proof/src/test/fixtures`, compiled and run against every guard in every build, with the exact messages of
            the guards beside it.

            | guard | stops |
            | --- | ---: |
            %s\
            """.formatted(
                        leaks.size(),
                        fixtures.size() - leaks.size(),
                        leaks.stream().filter(Fixture::isContrived).count(),
                        Arrays.stream(Stopper.values())
                                .map(it -> "| %s | %d of %d |".formatted(it.title(), stopped.get(it), leaks.size()))
                                .collect(Collectors.joining("\n")));
    }

    private String rules() {
        return Arrays.stream(RuleGroup.values()).map(this::group).collect(Collectors.joining("\n\n"));
    }

    private static String databaseRules() {
        return """
            ## The database's catalog

            Read after migration, whatever the migrations contain; `DatabaseLeakTests` breaks each rule in a shop's own database.

            | rule | what holds |
            | --- | --- |
            %s\
            """.formatted(RuleCatalog.databaseRules(null).stream()
                .map(it -> "| %s | %s |".formatted(it.id(), it.page().holds()))
                .collect(Collectors.joining("\n")));
    }

    private String group(RuleGroup group) {
        return "## %s\n\n%s"
                .formatted(
                        group,
                        RuleCatalog.rules().stream()
                                .filter(it -> it.group() == group)
                                .map(this::rule)
                                .collect(Collectors.joining("\n\n")));
    }

    private String rule(Rule rule) {
        List<Fixture> ofRule =
                fixtures.stream().filter(it -> it.rule().equals(rule.id())).toList();
        String header = Arrays.stream(Stopper.values()).map(Stopper::title).collect(Collectors.joining(" | "));
        String leaks =
                ofRule.stream().filter(it -> !it.isTwin()).map(GuardsPage::row).collect(Collectors.joining("\n"));
        String twins = ofRule.stream()
                .filter(Fixture::isTwin)
                .map(it -> "- " + it.title())
                .collect(Collectors.joining("\n"));
        return """
            ### %s

            %s.

            | leak | %s |
            | --- |%s
            %s%s\
            """.formatted(
                        rule.id(),
                        upperFirst(rule.page().holds()),
                        header,
                        " --- |".repeat(Stopper.values().length),
                        leaks,
                        twins.isEmpty() ? "" : "\n\nPasses:\n" + twins);
    }

    private static String row(Fixture fixture) {
        return "| %s | %s |"
                .formatted(
                        fixture.title() + contrived(fixture),
                        Arrays.stream(Stopper.values())
                                .map(it -> cell(verdict(fixture, it)))
                                .collect(Collectors.joining(" | ")));
    }

    private static String contrived(Fixture fixture) {
        return fixture.isContrived()
                ? " *(contrived: %s)*"
                        .formatted(fixture.expected()
                                .getOrDefault(Fixture.CONTRIVED, "")
                                .strip())
                : "";
    }

    private static String cell(String verdict) {
        return switch (verdict) {
            case Outcome.PASSED -> "passes";
            case Outcome.NOT_ASKED -> "";
            default -> "**%s**".formatted(verdict);
        };
    }

    private static boolean isStopped(Fixture fixture, Stopper guard) {
        String verdict = verdict(fixture, guard);
        return !verdict.equals(Outcome.PASSED) && !verdict.equals(Outcome.NOT_ASKED);
    }

    static String verdict(Fixture fixture, Stopper guard) {
        return fixture.expected()
                .getOrDefault(Fixture.VERDICT, "")
                .lines()
                .filter(it -> it.startsWith(guard.title() + ": "))
                .map(it -> it.substring(guard.title().length() + 2))
                .findFirst()
                .orElse(Outcome.NOT_ASKED);
    }

    private static String upperFirst(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
