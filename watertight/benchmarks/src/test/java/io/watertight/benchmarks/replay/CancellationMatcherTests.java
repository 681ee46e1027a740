package io.watertight.benchmarks.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import org.assertj.core.api.AbstractListAssert;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class CancellationMatcherTests {

    private final SalesLines file = SalesLines.file();

    @Test
    void cancelsTheLatestEarlierOrderOfTheCustomerWithTheSameGoods() {
        file.sale("1", "17850", "2011-06-01T10:00:00", "A", 2, "1")
                .sale("2", "17850", "2011-06-02T10:00:00", "A", 2, "1")
                .sale("3", "99999", "2011-06-03T10:00:00", "A", 2, "1")
                .cancellation("C4", "17850", "2011-06-04T10:00:00", "A", 2, "1")
                .sale("5", "17850", "2011-06-05T10:00:00", "A", 2, "1");

        assertThatCancellations().containsExactly(tuple("C4", "2"));
    }

    @Test
    void comparesGoodsHoweverTheyAreSplitIntoLines() {
        file.sale("1", "17850", "2011-06-01T10:00:00", "A", 2, "1")
                .sale("1", "17850", "2011-06-01T10:00:00", "B", 1, "7")
                .sale("1", "17850", "2011-06-01T10:00:00", "A", 3, "2")
                .cancellation("C2", "17850", "2011-06-04T10:00:00", "B", 1, "7")
                .cancellation("C2", "17850", "2011-06-04T10:00:00", "A", 5, "1");

        assertThatCancellations().containsExactly(tuple("C2", "1"));
    }

    @Test
    void cancelsNoOrderTwice() {
        file.sale("1", "17850", "2011-06-01T10:00:00", "A", 2, "1")
                .sale("2", "17850", "2011-06-02T10:00:00", "A", 2, "1")
                .cancellation("C3", "17850", "2011-06-03T10:00:00", "A", 2, "1")
                .cancellation("C4", "17850", "2011-06-04T10:00:00", "A", 2, "1")
                .cancellation("C5", "17850", "2011-06-05T10:00:00", "A", 2, "1");

        assertThatCancellations().containsExactly(tuple("C3", "2"), tuple("C4", "1"));
        assertThat(file.plan().returns()).isEqualTo(new Returns(1, 1, 2, new BigDecimal("2")));
    }

    @Test
    void countsEverythingElseAsReturnsNotModelled() {
        file.sale("1", "17850", "2011-06-01T10:00:00", "A", 2, "1.50")
                .cancellation("C0", "17850", "2011-05-01T10:00:00", "A", 2, "1.50")
                .cancellation("C2", "17850", "2011-06-02T10:00:00", "A", 1, "1.50")
                .cancellation("C3", "99999", "2011-06-03T10:00:00", "A", 2, "1.50")
                .cancellation("C4", "", "2011-06-04T10:00:00", "A", 2, "1.50")
                .cancellation("C5", "17850", "2011-06-05T10:00:00", "A", 2, "1.50")
                .cancellation("C5", "17850", "2011-06-05T10:00:00", "D", 1, "27.50");

        assertThatCancellations().isEmpty();
        assertThat(file.plan().returns()).isEqualTo(new Returns(5, 6, 10, new BigDecimal("41.00")));
    }

    @Test
    void doesNotGuessWhichOfTwoInvoicesOfOneMinuteCameFirst() {
        file.sale("1", "17850", "2011-06-01T10:00:00", "A", 2, "1")
                .sale("2", "17850", "2011-06-02T10:00:00", "A", 2, "1")
                .cancellation("C3", "17850", "2011-06-02T10:00:00", "A", 2, "1");

        assertThatCancellations().containsExactly(tuple("C3", "1"));
    }

    private AbstractListAssert<?, ?, Tuple, ?> assertThatCancellations() {
        return assertThat(file.plan().cancellations())
                .extracting(
                        PlannedCancellation::invoice,
                        cancellation -> cancellation.order().invoice());
    }
}
