package io.watertight.benchmarks.replay;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;

/**
 * Sales figures. The first three count every order placed, cancelled later or not; revenues are GBP and never rounded.
 */
record Sales(
        long orders,
        long lines,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal revenue,
        long cancelledOrders,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal cancelledRevenue) {

    static final Sales NONE = new Sales(0, 0, BigDecimal.ZERO, 0, BigDecimal.ZERO);

    static Sales of(PlannedOrder order) {
        return new Sales(1, order.lines().size(), order.total(), 0, BigDecimal.ZERO);
    }

    static Sales ofCancelled(PlannedOrder order) {
        return new Sales(0, 0, BigDecimal.ZERO, 1, order.total());
    }

    Sales plus(Sales other) {
        return new Sales(
                orders + other.orders,
                lines + other.lines,
                revenue.add(other.revenue),
                cancelledOrders + other.cancelledOrders,
                cancelledRevenue.add(other.cancelledRevenue));
    }

    Sales minus(Sales other) {
        return new Sales(
                orders - other.orders,
                lines - other.lines,
                revenue.subtract(other.revenue),
                cancelledOrders - other.cancelledOrders,
                cancelledRevenue.subtract(other.cancelledRevenue));
    }

    /** Equal in value; {@code 2.50} and {@code 2.5} are the same money. */
    boolean sameAs(Sales other) {
        return orders == other.orders
                && lines == other.lines
                && revenue.compareTo(other.revenue) == 0
                && cancelledOrders == other.cancelledOrders
                && cancelledRevenue.compareTo(other.cancelledRevenue) == 0;
    }
}
