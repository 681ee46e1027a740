package io.watertight.benchmarks.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class YearPlannerTests {

    @Test
    void takesPlainSalesOnly() {
        YearPlan plan = SalesLines.file()
                .sale("536365", "17850", "2010-12-01T08:26:00", "A", 6, "2.55")
                .sale("536365", "17850", "2010-12-01T08:26:00", "FREE", 1, "0")
                .sale("536366", "", "2010-12-01T08:28:00", "NOBODY", 1, "1")
                .sale("536367", "17850", "2010-12-01T08:30:00", "DAMAGED", -3, "1")
                .sale("A563185", "17850", "2011-08-12T14:50:00", "B", 1, "11062.06")
                .plan();

        assertThat(plan.orders()).extracting(PlannedOrder::invoice).containsExactly("536365");
        assertThat(plan.orders().getFirst().lines())
                .extracting(PlannedOrder.Line::sku)
                .containsExactly("A");
        assertThat(plan.products()).extracting(PlannedProduct::sku).containsExactly("A");
        assertThat(plan.returns()).isEqualTo(Returns.NONE);
    }

    @Test
    void anOrderIsPlacedAtTheTimeOfItsFirstLineInLondon() {
        YearPlan plan = SalesLines.file()
                .sale("1", "17850", "2011-06-01T09:59:00", "A", 1, "1")
                .sale("1", "17850", "2011-06-01T10:00:00", "B", 1, "1")
                .sale("2", "17850", "2011-12-01T10:00:00", "A", 1, "1")
                .plan();

        assertThat(plan.orders())
                .extracting(PlannedOrder::placedAt)
                .containsExactly(Instant.parse("2011-06-01T08:59:00Z"), Instant.parse("2011-12-01T10:00:00Z"));
    }

    @Test
    void oneSkuMayStandInAnOrderTwiceAtTwoPrices() {
        PlannedOrder order = SalesLines.file()
                .sale("1", "17850", "2011-06-01T10:00:00", "A", 2, "1.25")
                .sale("1", "17850", "2011-06-01T10:00:00", "A", 3, "0.001")
                .plan()
                .orders()
                .getFirst();

        assertThat(order.lines())
                .extracting(PlannedOrder.Line::sku, PlannedOrder.Line::quantity, PlannedOrder.Line::unitPrice)
                .containsExactly(tuple("A", 2, new BigDecimal("1.25")), tuple("A", 3, new BigDecimal("0.001")));
        assertThat(order.total()).isEqualByComparingTo("2.503");
        assertThat(order.quantities()).isEqualTo(Map.of("A", 5L));
    }

    @Test
    void aCustomerWithTwoCountriesLivesWhereTheFirstOrderWentAndEachOrderKeepsItsOwn() {
        YearPlan plan = SalesLines.file()
                .line("1", "12370", "2010-12-14T12:58:00", "A", 1, "1", "Mug", "Cyprus")
                .line("2", "12370", "2011-02-14T12:58:00", "A", 1, "1", "Mug", "Austria")
                .plan();

        assertThat(plan.customers()).containsExactly(new PlannedCustomer("12370", "Cyprus"));
        assertThat(plan.orders()).extracting(PlannedOrder::country).containsExactly("Cyprus", "Austria");
    }

    @Test
    void aProductHasItsMostFrequentNameAndPriceAndTheYearsPieces() {
        YearPlan plan = SalesLines.file()
                .line("1", "1", "2011-01-01T10:00:00", "A", 5, "2.55", "wrong", "France")
                .line("2", "1", "2011-01-02T10:00:00", "A", 6, "2.95", " RED  MUG ", "France")
                .line("3", "1", "2011-01-03T10:00:00", "A", 7, "2.95", "RED MUG", "France")
                .line("4", "1", "2011-01-04T10:00:00", "A", 8, "2.55", "", "France")
                .plan();

        assertThat(plan.products()).containsExactly(new PlannedProduct("A", "RED MUG", new BigDecimal("2.55"), 26));
    }

    @Test
    void theFirstOrdersOfAYearKeepTheirCancellationsAndAllProducts() {
        YearPlan plan = SalesLines.file()
                .sale("1", "17850", "2011-06-01T10:00:00", "A", 2, "1.25")
                .sale("2", "17850", "2011-06-02T10:00:00", "B", 3, "2")
                .cancellation("C3", "17850", "2011-06-03T10:00:00", "A", 2, "1.25")
                .cancellation("C4", "17850", "2011-06-04T10:00:00", "B", 3, "2")
                .plan();

        YearPlan first = plan.firstOrders(1);

        assertThat(first.expectedSales().total())
                .isEqualTo(new Sales(1, 1, new BigDecimal("2.50"), 1, new BigDecimal("2.50")));
        assertThat(first.stockBefore()).isEqualTo(Map.of("A", 2L, "B", 3L));
        assertThat(first.stockAfter()).isEqualTo(Map.of("A", 2L, "B", 3L));
        assertThat(plan.firstOrders(5)).isSameAs(plan);
    }
}
