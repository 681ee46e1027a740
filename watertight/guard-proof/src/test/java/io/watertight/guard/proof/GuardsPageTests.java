package io.watertight.guard.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.guard.RuleGroup;
import io.watertight.guard.rules.Rule;
import io.watertight.guard.rules.RuleCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page on the guards says what the proof has shown, and every rule is shown to bite. */
class GuardsPageTests {

    private final List<Fixture> fixtures = Fixtures.all();

    @Test
    void isUpToDate() throws IOException {
        String page = new GuardsPage(fixtures).text();
        if (Boolean.getBoolean("fixtures.record")) {
            Files.writeString(GuardsPage.FILE, page);
        }
        assertThat(Files.readString(GuardsPage.FILE))
                .as("docs/guard/evidence.md; run with -Dfixtures.record=true to write it anew")
                .isEqualTo(page);
    }

    @Test
    void theRulesPageIsWhatMessagesAreTakenFrom() throws IOException {
        Path shown = Path.of("../docs/guard/rules.md");
        String source = Files.readString(Path.of("../guard/src/main/resources/io/watertight/guard/rules/rules.md"));
        if (Boolean.getBoolean("fixtures.record")) {
            Files.writeString(shown, source);
        }
        assertThat(Files.readString(shown)).isEqualTo(source);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void eachRuleHasAPage(Rule rule) throws IOException {
        String page = Files.readString(Path.of("../docs/guard/rules.md"));
        String section = page.substring(page.indexOf("### " + rule.id() + "\n")).split("(?m)^##", 3)[1];

        assertThat(section).contains("**Holds:**", "**Why:**", "**Fix:**", "**Example:**", "**Cannot see:**");
    }

    @Test
    void theRulesPageNamesTheRulesOfEachGroup() throws IOException {
        String page = Files.readString(Path.of("../docs/guard/rules.md"));
        var groups = Stream.concat(RuleCatalog.rules().stream(), Stream.of(RuleCatalog.exceptions()))
                .collect(Collectors.groupingBy(Rule::group, Collectors.mapping(Rule::id, Collectors.joining(", "))));

        assertThat(groups)
                .hasSameSizeAs(RuleGroup.values())
                .allSatisfy((group, ids) -> assertThat(page).contains("| `%s` | %s |\n".formatted(group, ids)));
    }

    static List<Rule> pages() {
        return Stream.of(RuleCatalog.rules(), RuleCatalog.databaseRules(null), List.of(RuleCatalog.exceptions()))
                .flatMap(List::stream)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void showsThatTheRuleBites(String rule) {
        assertThat(fixtures)
                .as("leaks that the rule itself stops")
                .anyMatch(it -> !it.isTwin()
                        && List.of(GuardsPage.verdict(it, Stopper.GUARD).split(", "))
                                .contains(rule));
    }

    static List<String> rules() {
        return RuleCatalog.rules().stream().map(Rule::id).toList();
    }

    @Test
    void mostLeaksAreWhatPeopleWrite() {
        List<Fixture> leaks = fixtures.stream().filter(it -> !it.isTwin()).toList();
        List<Fixture> contrived = leaks.stream().filter(Fixture::isContrived).toList();

        assertThat(contrived).hasSizeLessThanOrEqualTo(leaks.size() / 5);
        assertThat(contrived)
                .allSatisfy(
                        it -> assertThat(it.expected().get(Fixture.CONTRIVED)).endsWith(".\n\n"));
    }

    @Test
    void everyFixtureIsAboutARule() {
        assertThat(fixtures).extracting(Fixture::rule).isSubsetOf(rules());
    }
}
