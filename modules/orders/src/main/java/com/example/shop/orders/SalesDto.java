package com.example.shop.orders;

import com.example.shop.kernel.Money;

/**
 * What was sold in one currency, to one country or in one month or day.
 *
 * @param group the country as it was typed (of several spellings, the one with the largest revenue); or the month as in
 *     {@code 2011-12}; or the day as in {@code 2011-12-09}
 * @param orders placed, cancelled later or not
 * @param lines of those orders
 * @param revenue of those orders, not rounded
 * @param cancelledOrders those among them that were cancelled
 * @param cancelledRevenue of those
 */
public record SalesDto(
        String group, long orders, long lines, Money revenue, long cancelledOrders, Money cancelledRevenue) {

    /** What was sold and not cancelled. */
    public Money keptRevenue() {
        return revenue.plus(cancelledRevenue.times(-1));
    }

    /** The sum of both, for the first one's group. */
    public SalesDto plus(SalesDto other) {
        return new SalesDto(
                group,
                orders + other.orders,
                lines + other.lines,
                revenue.plus(other.revenue),
                cancelledOrders + other.cancelledOrders,
                cancelledRevenue.plus(other.cancelledRevenue));
    }
}
