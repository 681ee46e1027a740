package io.watertight.benchmarks.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTests {

    private static final JournalEntry.Started STARTED =
            new JournalEntry.Started("abc", "http://localhost:8080", Instant.parse("2026-11-01T00:00:00Z"));
    private static final JournalEntry.Placed ORDER =
            new JournalEntry.Placed("536365", "id-1", 7, new BigDecimal("139.120"));

    @TempDir
    Path folder;

    private Path path = Path.of("");

    @BeforeEach
    void chooseAFile() {
        path = folder.resolve("new/state.ndjson");
    }

    @Test
    void remembersWhatIsDone() {
        SalesByCountry baseline =
                new SalesByCountry(Map.of("EIRE", new Sales(1, 2, new BigDecimal("1.250"), 0, BigDecimal.ZERO)));
        try (Journal journal = Journal.open(path, STARTED)) {
            assertThat(journal.resumed()).isFalse();
            journal.add(new JournalEntry.Baseline(baseline));
            journal.add(new JournalEntry.ProductReady("85123A"));
            journal.add(new JournalEntry.CustomerReady("17850"));
            journal.add(new JournalEntry.Prepared(19L));
            journal.add(ORDER);
            journal.add(new JournalEntry.Cancelled("536365"));
        }

        try (Journal journal = Journal.open(path, STARTED)) {
            ReplayProgress progress = journal.progress();
            assertThat(journal.resumed()).isTrue();
            assertThat(progress.baseline()).contains(baseline);
            assertThat(progress.products()).containsExactly("85123A");
            assertThat(progress.customers()).containsExactly("17850");
            assertThat(progress.isPrepared()).isTrue();
            assertThat(progress.stockBefore()).contains(19L);
            assertThat(progress.order("536365")).contains(ORDER);
            assertThat(progress.acknowledged())
                    .isEqualTo(new Sales(1, 7, new BigDecimal("139.120"), 1, new BigDecimal("139.120")));
        }
    }

    @Test
    void dropsALineThatACrashToreOffAndWritesOnBehindTheLastWholeOne() throws IOException {
        try (Journal journal = Journal.open(path, STARTED)) {
            journal.add(new JournalEntry.ProductReady("A"));
        }
        Files.writeString(path, "{\"entry\":\"order\",\"invo", StandardOpenOption.APPEND);
        try (Journal journal = Journal.open(path, STARTED)) {
            journal.add(ORDER);
        }

        try (Journal journal = Journal.open(path, STARTED)) {
            assertThat(journal.progress().products()).containsExactly("A");
            assertThat(journal.progress().orders()).containsOnlyKeys("536365");
        }
    }

    @Test
    void refusesAStateOfAnotherSalesFileOrShop() {
        Journal.open(path, STARTED).close();

        assertThatThrownBy(() -> Journal.open(path, new JournalEntry.Started("xyz", STARTED.shop(), STARTED.at())))
                .hasMessageContaining("belongs to the replay of another sales file");
        assertThatThrownBy(() ->
                        Journal.open(path, new JournalEntry.Started("abc", "http://shop.example.com", STARTED.at())))
                .hasMessageContaining("belongs to the shop at http://localhost:8080, not http://shop.example.com");
    }

    @Test
    void refusesAFileThatIsNoStateFileAndLeavesItAsItIs() throws IOException {
        Path other = Files.writeString(folder.resolve("other.txt"), "a shopping list\nwith two lines");

        assertThatThrownBy(() -> Journal.open(other, STARTED)).hasMessageContaining("is not a line of a state file");
        assertThat(other).content().isEqualTo("a shopping list\nwith two lines");
    }

    @Test
    void isUsedByOneReplayAtATime() {
        Journal first = Journal.open(path, STARTED);

        assertThatThrownBy(() -> Journal.open(path, STARTED)).hasMessageContaining("in use by another replay");
        first.close();
        Journal.open(path, STARTED).close();
    }
}
