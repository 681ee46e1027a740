package io.watertight.benchmarks.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class BenchmarksTests {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private String file = "";

    @BeforeEach
    void aVerySmallYear() {
        file = SalesLines.file()
                .sale("536365", "17850", "2010-12-01T08:26:00", "85123A", 1000, "2.555")
                .sale("536366", "17850", "2010-12-01T08:28:00", "85123A", 1, "2.55")
                .cancellation("C536367", "17850", "2010-12-02T08:28:00", "85123A", 1, "2.55")
                .writeTo(folder.resolve("sales.csv"))
                .toString();
    }

    @Test
    void reportsInTextAndJsonAndExitsWithZeroWhenEveryNumberAddsUp() throws IOException {
        try (StubShop shop = new StubShop()) {
            assertThat(replay(shop)).isZero();
        }

        assertThat(text(out).lines())
                .contains(
                        "orders                         2                   2                         2",
                        "lines                          2                   2                         2",
                        "revenue, GBP            2,557.55            2,557.55                  2,557.55",
                        "stock before               1,001               1,001",
                        "stock after                    1                   1",
                        "Errors: none",
                        "Returns, not modelled: 0 invoices with 0 lines, 0 pieces, 0.00 GBP",
                        "Every number adds up.");
        JsonNode json = ShopJson.MAPPER.readTree(Files.readString(folder.resolve("report.json")));
        assertThat(json.at("/addsUp").booleanValue()).isTrue();
        assertThat(json.at("/sold/revenue").stringValue()).isEqualTo("2557.550");
        assertThat(json.at("/stock/after").longValue()).isEqualTo(1);
        assertThat(json.at("/phases/2/phase").stringValue()).isEqualTo("orders");
        assertThat(json.at("/phases/2/p99Millis").isNumber()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit", "warm-up", "roles", "start", "memory", "million", "export"})
    void asksForTheShopWhereThereIsNone(String command) {
        String jar = folder.resolve("shop.jar").toString();

        assertThat(Benchmarks.run(new PrintStream(out), new PrintStream(err), command, "--jar", jar))
                .isEqualTo(2);

        assertThat(text(err)).contains("There is no " + jar, "-pl app -am package");
    }

    @Test
    void onlyAsksForTheNumbersWhenEverythingIsDone() {
        try (StubShop shop = new StubShop()) {
            replay(shop);

            assertThat(replay(shop)).isZero();
        }

        assertThat(text(out))
                .contains("Nothing was left to send; only the shop's numbers were checked.")
                .endsWith("Every number adds up.\n");
    }

    @Test
    void exitsWithOneAndSaysWhatWhenANumberDoesNotAddUp() {
        try (StubShop shop = new StubShop()) {
            shop.addToEachTotal("1");

            assertThat(replay(shop)).isEqualTo(1);
        }

        assertThat(text(out))
                .contains(
                        "The numbers do not add up:",
                        "- The shop acknowledged 2,559.55 GBP of revenue; the file says 2,557.55.");
    }

    @Test
    void exitsWithThreeAndOneSentenceWhenThereIsNoShop() {
        StubShop shop = new StubShop();
        shop.close();

        assertThat(replay(shop)).isEqualTo(3);
        assertThat(text(err)).contains("There is no shop at " + shop.url()).doesNotContain("\tat ");
    }

    @Test
    void exitsWithTwoAndOneSentenceForWrongArguments() {
        assertThat(run("replay", "--file", "no-such-file")).isEqualTo(2);
        assertThat(run("replay", "--file", "")).isEqualTo(2);
        assertThat(run("replay", "--file", file, "--clients", "0")).isEqualTo(2);
        assertThat(run("replay", "--file", file, "--url", "localhost:8080")).isEqualTo(2);
        assertThat(run("replay", "--file", file, "--speed", "9")).isEqualTo(2);
        assertThat(run()).isEqualTo(2);
        assertThat(run(
                        "extract",
                        "--file",
                        file,
                        "--into",
                        folder.resolve("nowhere").toString()))
                .isEqualTo(2);

        assertThat(text(err))
                .contains(
                        "There is no file no-such-file.",
                        "Set the path of the Online Retail data set with --file.",
                        "--clients must be from 1 to 500, but is 0.",
                        "--url must be an address such as http://localhost:8080, but is localhost:8080.",
                        "Unknown options: '--speed', '9'",
                        "Missing required subcommand",
                        "There is no folder " + folder.resolve("nowhere"))
                .doesNotContain("\tat ");
    }

    private int replay(StubShop shop) {
        return run(
                "replay",
                "--file",
                file,
                "--url",
                shop.url() + "/",
                "--state",
                folder.resolve("state.ndjson").toString(),
                "--report",
                folder.resolve("report.json").toString());
    }

    private int run(String... arguments) {
        return Benchmarks.run(new PrintStream(out, true), new PrintStream(err, true), arguments);
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
