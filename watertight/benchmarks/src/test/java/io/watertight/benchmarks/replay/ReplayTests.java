package io.watertight.benchmarks.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watertight.benchmarks.replay.StubShop.Fate;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTests {

    private static final Sales WHOLE_YEAR = new Sales(4, 5, new BigDecimal("33.001"), 1, new BigDecimal("20.00"));

    @TempDir
    Path folder;

    private final StubShop shop = new StubShop();
    private final StopSignal stop = new StopSignal();
    private Path file = Path.of("");

    @BeforeEach
    void aSmallYear() {
        file = SalesLines.file()
                .sale("1", "17850", "2010-12-01T08:26:00", "BANK CHARGES", 1, "1")
                .sale("1", "17850", "2010-12-01T08:26:00", "A", 2, "2.50")
                .line("2", "12370", "2011-02-01T10:00:00", "A", 8, "2.50", "Mug", "Cyprus")
                .sale("3", "17850", "2011-06-01T10:00:00", "B", 7, "1")
                .line("4", "12370", "2011-07-01T10:00:00", "A", 1, "0.001", "Mug", "Austria")
                .line("C5", "12370", "2011-08-01T10:00:00", "A", -8, "2.50", "Mug", "Cyprus")
                .cancellation("C6", "17850", "2011-08-01T10:00:00", "B", 1, "1")
                .writeTo(folder.resolve("sales.csv"));
    }

    @AfterEach
    void closeTheShop() {
        shop.close();
    }

    @Test
    void feedsTheYearIntoAnEmptyShopAndEveryNumberAddsUp() {
        Report report = replay();

        assertThat(report.mismatches()).isEmpty();
        assertThat(report.addsUp()).isTrue();
        assertThat(report.expected().sameAs(WHOLE_YEAR)).isTrue();
        assertThat(report.acknowledged().sameAs(WHOLE_YEAR)).isTrue();
        assertThat(report.sold().sameAs(WHOLE_YEAR)).isTrue();
        assertThat(report.stock()).isEqualTo(new Reconciliation.Stock(19, 19L, 8, 8));
        assertThat(report.returnsNotModelled().invoices()).isEqualTo(1);
        assertThat(shop.stock).isEqualTo(Map.of("A", 8L, "B", 0L, "BANK CHARGES", 0L));
    }

    @Test
    void usesWhatTheShopHasAndCountsOnlyWhatIsNew() {
        shop.stock.put("A", 500L);
        shop.stock.put("BANK CHARGES", 0L);
        shop.stock.put("NOT IN THE YEAR", 3L);
        shop.customers.add("17850");
        replay();
        Path other = SalesLines.file()
                .sale("7", "17850", "2011-12-01T10:00:00", "A", 2, "2.50")
                .writeTo(folder.resolve("other.csv"));

        Report report = new Replay(settings(other, "other-state", Integer.MAX_VALUE), display(), stop).run();

        assertThat(report.mismatches()).isEmpty();
        assertThat(report.sold().sameAs(new Sales(1, 1, new BigDecimal("5"), 0, BigDecimal.ZERO)))
                .isTrue();
        assertThat(shop.stock).containsEntry("A", 0L).containsEntry("NOT IN THE YEAR", 3L);
    }

    @Test
    void goesOnAfterAnInterruptionWithoutDoublingAnything() {
        AtomicInteger placed = new AtomicInteger();
        shop.decide(request -> {
            if (request.equals("POST /api/orders/imports") && placed.incrementAndGet() == 2) {
                stop.request();
            }
            return Fate.ANSWERED;
        });
        assertThatThrownBy(this::replay).isInstanceOf(StoppedException.class);
        assertThat(shop.orderCount()).isEqualTo(2);

        Report report = replayAgain();

        assertThat(report.mismatches()).isEmpty();
        assertThat(report.resumed()).isTrue();
        assertThat(shop.orderCount()).isEqualTo(4);
        assertThat(shop.count("POST /api/orders/imports")).isEqualTo(4);
        assertThat(shop.count("POST /api/products")).isEqualTo(3);
    }

    @Test
    void survivesAShopThatIsKilledAndStartedAgain() {
        AtomicInteger requests = new AtomicInteger();
        shop.stock.put("A", 1L);
        shop.decide(request -> requests.getAndIncrement() == 0 ? Fate.ANSWERED : fateOf(requests.get()));

        Report report = replay();

        assertThat(report.mismatches()).isEmpty();
        assertThat(report.errors())
                .extracting(ErrorTally.Kind::kind)
                .containsExactlyInAnyOrder("HTTP 503", "connection lost");
        assertThat(shop.orderCount()).isEqualTo(4);
    }

    @Test
    void keepsWhatIsDoneWhenTheShopStaysAway() {
        shop.decide(request -> request.equals("POST /api/orders/imports") ? Fate.BUSY : Fate.ANSWERED);
        assertThatThrownBy(this::replay)
                .isInstanceOfSatisfying(
                        ReplayFailure.class,
                        failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.UNREACHABLE))
                .hasMessageContaining("has not responded for 2 s (HTTP 503)");
        shop.decide(request -> Fate.ANSWERED);

        assertThat(replayAgain().mismatches()).isEmpty();
        assertThat(shop.count("POST /api/customers")).isEqualTo(2);
    }

    @Test
    void aStateFileThatLostItsTailDoublesNothing() throws IOException {
        shop.stock.put("A", 2L);
        replay();
        Path state = folder.resolve("state");
        List<String> entries = Files.readAllLines(state);
        for (int kept = 2; kept < entries.size(); kept++) {
            Files.write(state, entries.subList(0, kept));

            assertThat(replayAgain().mismatches()).isEmpty();
        }
        assertThat(shop.orderCount()).isEqualTo(4);
        assertThat(shop.stock).containsEntry("A", 8L);
    }

    @Test
    void aShorterTrialCanBeContinuedToTheWholeYear() {
        Report trial = new Replay(settings(file, "state", 2), display(), stop).run();

        assertThat(trial.mismatches()).isEmpty();
        assertThat(trial.expected().orders()).isEqualTo(2);
        assertThat(trial.stock()).isEqualTo(new Reconciliation.Stock(19, 19L, 16, 16));
        assertThat(replayAgain().mismatches()).isEmpty();
        assertThatThrownBy(() -> new Replay(settings(file, "state", 2), display(), new StopSignal()).run())
                .hasMessageContaining("contains orders beyond --limit 2");
    }

    @Test
    void saysWhatDoesNotAddUp() {
        shop.addToEachTotal("0.01");

        Report report = replay();

        assertThat(report.addsUp()).isFalse();
        assertThat(report.mismatches())
                .contains(
                        "The shop acknowledged 33.041 GBP of revenue; the file says 33.001.",
                        "The shop's sales by country grew by 33.041 GBP of revenue; the file says 33.001.")
                .anyMatch(sentence -> sentence.matches(
                        "Order .* \\(invoice 1\\) has 2 lines and 6.01 GBP; the file says 2 and 6.00."));
    }

    @Test
    void sendsNoOrderWhenACustomerIsRefused() {
        shop.refuseCustomers();

        assertThatThrownBy(this::replay)
                .isInstanceOfSatisfying(
                        ReplayFailure.class,
                        failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.MISMATCH))
                .hasMessage("The shop refused 0 products and 2 customers, so no order was sent: "
                        + "2 requests failed: HTTP 400 No customers (for example: No customers.).");
        assertThat(shop.orderCount()).isZero();
    }

    @Test
    void countsWhatTheShopRefuses() {
        shop.decide(request -> {
            if (request.equals("POST /api/orders/imports")) {
                shop.stock.put("B", 0L);
            }
            return Fate.ANSWERED;
        });

        Report report = replay();

        assertThat(report.mismatches())
                .contains(
                        "The shop acknowledged 3 orders; the file says 4.",
                        "1 requests failed: HTTP 409 Insufficient stock (for example: Insufficient stock.).");
    }

    @Test
    void aLostStateFileDoublesNothingAndIsTold() {
        replay();

        Report report = new Replay(settings(file, "new-state", Integer.MAX_VALUE), display(), stop).run();

        assertThat(shop.orderCount()).isEqualTo(4);
        assertThat(report.mismatches())
                .contains("The shop's sales by country grew by 0 orders; the file says 4.")
                .anyMatch(sentence -> sentence.contains("an earlier run whose state file is gone had sent them"));
    }

    @Test
    void refusesTheStateOfAShopThatHasBeenEmptied() {
        replay();
        try (StubShop emptied = new StubShop()) {
            ReplaySettings settings = settings(file, "state", Integer.MAX_VALUE);

            assertThatThrownBy(() -> new Replay(at(emptied.url(), settings), display(), stop).run())
                    .hasMessageContaining("belongs to the shop at");
        }
        shop.forget();
        assertThatThrownBy(this::replayAgain).hasMessageContaining("lacks what the state file");
    }

    @Test
    void saysThatThereIsNoShop() {
        shop.close();

        assertThatThrownBy(this::replay)
                .isInstanceOfSatisfying(
                        ReplayFailure.class,
                        failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.UNREACHABLE))
                .hasMessage(
                        "There is no shop at %s (connection refused). Start it, or set its address with --url.",
                        shop.url());
    }

    private static Fate fateOf(int request) {
        return switch (request % 7) {
            case 1 -> Fate.LOST_BEFORE;
            case 2 -> Fate.LOST_AFTER;
            case 3 -> Fate.BUSY;
            default -> Fate.ANSWERED;
        };
    }

    private Report replay() {
        return new Replay(settings(file, "state", Integer.MAX_VALUE), display(), stop).run();
    }

    private Report replayAgain() {
        return new Replay(settings(file, "state", Integer.MAX_VALUE), display(), new StopSignal()).run();
    }

    private ReplaySettings settings(Path sales, String state, int limit) {
        return new ReplaySettings(sales, shop.url(), null, 1, limit, Duration.ofSeconds(2), folder.resolve(state));
    }

    private static ReplaySettings at(URI url, ReplaySettings other) {
        return new ReplaySettings(
                other.file(), url, other.user(), other.clients(), other.limit(), other.patience(), other.state());
    }

    private static ProgressDisplay display() {
        return new ProgressDisplay(new PrintStream(OutputStream.nullOutputStream()), false);
    }
}
