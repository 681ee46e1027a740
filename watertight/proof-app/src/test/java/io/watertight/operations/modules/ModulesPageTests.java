package io.watertight.operations.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.watertight.boundary.DeclaredDependencies;
import io.watertight.operations.modules.ModuleReport.Summary;
import io.watertight.proof.PlatformTest;
import io.watertight.proof.TestApplication;
import io.watertight.proof.bells.BellService;
import io.watertight.proof.bells.Bells;
import io.watertight.proof.towers.TowerService;
import io.watertight.testing.statements.StatementCounter;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The page of the test application, whose towers depend on its bells. */
@PlatformTest
class ModulesPageTests {

    private static final Pattern ROW = Pattern.compile("<tr>(.*?)</tr>", Pattern.DOTALL);

    @Autowired
    BellService bells;

    @Autowired
    TowerService towers;

    @Autowired
    RestTestClient http;

    @Autowired
    StatementCounter statements;

    @Test
    void drawsTheAllowedDependencyWithTheCallsThatWereSeen() throws Exception {
        long before = callsFrom("towers", "bells");

        towers.call(() -> bells.call(() -> "ding"));

        assertThat(page("/modules")).contains("2 modules, 1 dependency, ");
        assertThat(arrows()).contains("arrow call from towers to bells");
        assertThat(callsFrom("towers", "bells")).isEqualTo(before + 1);
        assertThat(row("towers", "bells")).contains(">declared<");
    }

    @Test
    void marksACallThatFollowsNoDependency() throws Exception {
        long before = callsFrom("bells", "towers");

        bells.call(() -> towers.call(() -> "who rings there?"));

        assertThat(arrows()).contains("arrow breach from bells to towers");
        assertThat(callsFrom("bells", "towers")).isEqualTo(before + 1);
        assertThat(row("bells", "towers")).contains("tag bad", "undeclared");
        assertThat(page("/modules")).contains("class=\"notice bad\"").doesNotContain(", 0 undeclared calls");
        assertThat(page("/modules/home")).contains("undeclared calls</span>");
    }

    @Test
    void showsTheTablesOfEachModule() {
        assertThat(row("bells", "bell")).contains("kB");
        assertThat(row("towers", "tower")).contains("kB");
    }

    @Test
    void showsTheEventsOfEachListener(@Autowired Bells ringing) {
        List<String> before = cells(row("Rung", "bells", "bells.hear", "bells"));
        ringing.close();
        ringing.ring(UUID.randomUUID().toString(), 0);

        await().untilAsserted(() -> assertThat(more(before)).containsExactly(0L, 0L, 1L));
        ringing.open();
        await().untilAsserted(() -> assertThat(more(before)).containsExactly(1L, 0L, 0L));
    }

    /** How many events more have been delivered, have failed and are outstanding. */
    private List<Long> more(List<String> before) {
        List<String> now = cells(row("Rung", "bells", "bells.hear", "bells"));
        return IntStream.range(4, 7)
                .mapToObj(it -> number(now.get(it)) - number(before.get(it)))
                .toList();
    }

    private static long number(String cell) {
        return Long.parseLong(cell.replace(",", ""));
    }

    @Test
    void isThePageOfEachModuleTooAndTellsOfNoOtherProcessWhereThereIsNone() {
        for (String below : List.of("", "/events", "/audit")) {
            assertThat(page("/modules/bells" + below)).doesNotContain("one process", "/modules/towers");
            http.get()
                    .uri("/modules/nothing" + below)
                    .accept(MediaType.TEXT_HTML)
                    .exchange()
                    .expectStatus()
                    .isNotFound();
        }
        assertThat(page("/modules/bells")).contains("hx-get=\"/modules/bells\"", "href=\"/modules/bells/audit\"");
        assertThat(page("/modules")).contains("hx-get=\"/modules\"").doesNotContain("one process");
    }

    @Test
    void takesAsManyStatementsHoweverMuchThereIsToShow() {
        for (String address : List.of("/modules", "/modules/home")) {
            http.get()
                    .uri(address)
                    .accept(MediaType.TEXT_HTML)
                    .header(StatementCounter.HEADER, address)
                    .exchange()
                    .expectStatus()
                    .isOk();
        }

        assertThat(statements.of("/modules")).hasCount(2);
        assertThat(statements.of("/modules/home")).hasCount(0);
    }

    @Test
    void hasAHeadlineThatIsQuietAsLongAsNothingCrossesALine() {
        DeclaredDependencies plan =
                new DeclaredDependencies(() -> ApplicationModules.of(TestApplication.class, _ -> true));

        Summary quiet = Summary.of(
                plan,
                List.of(
                        new Observations.Call("towers", "bells", 7, 0, 0, 1.0),
                        new Observations.Call("outside", "bells", 7, 0, 0, 1.0)));
        Summary loud = Summary.of(plan, List.of(new Observations.Call("bells", "towers", 1_234, 0, 0, null)));

        assertThat(quiet).isEqualTo(new Summary("2 modules, 1 dependency, 0 undeclared calls", false));
        assertThat(loud).isEqualTo(new Summary("2 modules, 1 dependency, 1,234 undeclared calls", true));
    }

    private List<String> arrows() {
        return Pattern.compile("class=\"(arrow [^\"]*)\"[^>]*data-from=\"([^\"]*)\" data-to=\"([^\"]*)\"")
                .matcher(page("/modules"))
                .results()
                .map(it -> "%s from %s to %s".formatted(it.group(1), it.group(2), it.group(3)))
                .toList();
    }

    private long callsFrom(String caller, String module) {
        List<String> cells = cells(row(caller, module));
        return cells.isEmpty() ? 0 : number(cells.get(3));
    }

    /** The first row whose cells begin so; empty if there is none. */
    private String row(String... beginning) {
        return ROW.matcher(page("/modules"))
                .results()
                .map(it -> it.group(1))
                .filter(it -> cells(it).size() >= beginning.length
                        && cells(it).subList(0, beginning.length).equals(List.of(beginning)))
                .findFirst()
                .orElse("");
    }

    private static List<String> cells(String row) {
        return Pattern.compile("<t[hd][^>]*>(.*?)</t[hd]>", Pattern.DOTALL)
                .matcher(row)
                .results()
                .map((MatchResult it) -> it.group(1).replaceAll("<[^>]*>", "").strip())
                .toList();
    }

    private String page(String address) {
        String page = http.get()
                .uri(address)
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(String.class)
                .getResponseBody();
        assertThat(page).isNotNull();
        return page;
    }
}
