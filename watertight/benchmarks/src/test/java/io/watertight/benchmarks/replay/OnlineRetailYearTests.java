package io.watertight.benchmarks.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The planner on the real data set, which is too large to be kept here. */
@EnabledIfSystemProperty(
        named = "replay.file",
        matches = ".+",
        disabledReason = "set -Dreplay.file=... to the path of the Online Retail data set")
class OnlineRetailYearTests {

    private static Path file = Path.of("");
    private static YearPlan year = SalesLines.file().plan();

    @TempDir
    Path folder;

    @BeforeAll
    static void readTheFile() {
        file = Path.of(System.getProperty("replay.file"));
        YearPlanner planner = new YearPlanner();
        new SalesFile(file).read(planner);
        year = planner.plan();
    }

    @Test
    void theYearHasTheTotalsThatAreKnownOfIt() {
        Sales sales = year.expectedSales().total();

        assertThat(sales.orders()).isEqualTo(18_532);
        assertThat(sales.lines()).isEqualTo(397_884);
        assertThat(sales.revenue()).isEqualByComparingTo("8911407.904");
        assertThat(year.products()).hasSize(3_665);
        assertThat(year.customers()).hasSize(4_338);
        assertThat(year.products().stream().mapToLong(PlannedProduct::stock).sum())
                .isEqualTo(5_167_812);
    }

    @Test
    void mostCancellationsAreReturnsThatNoOrderExplains() {
        Sales sales = year.expectedSales().total();

        assertThat(sales.cancelledOrders()).isEqualTo(138);
        assertThat(sales.cancelledRevenue()).isEqualByComparingTo("359454.94");
        assertThat(year.stockAfter().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(185_995);
        assertThat(year.returns().invoices()).isEqualTo(3_836 - 138);
        assertThat(year.returns().lines()).isEqualTo(8_264);
    }

    @Test
    @EnabledIfSystemProperty(named = "replay.demo", matches = ".+")
    void theDemoDataAreTheExtractOfThisYear() {
        List<Path> written = new ExtractFiles(folder).write(DemoExtract.of(year));

        for (Path path : written) {
            Path shipped = Path.of(System.getProperty("replay.demo")).resolve(folder.relativize(path));
            assertThat(path).hasSameTextualContentAs(shipped);
        }
    }

    @Test
    void theWholeYearFitsAShopThatKeepsTheContract() {
        try (StubShop shop = new StubShop()) {
            ReplaySettings settings = new ReplaySettings(
                    file, shop.url(), null, 8, Integer.MAX_VALUE, Duration.ofSeconds(10), folder.resolve("state"));
            ProgressDisplay display = new ProgressDisplay(new PrintStream(OutputStream.nullOutputStream()), false);

            assertThat(new Replay(settings, display, new StopSignal()).run().mismatches())
                    .isEmpty();
        }
    }
}
