package com.example.shop.orders.internal;

import com.example.shop.kernel.Money;
import java.math.BigDecimal;
import java.util.Currency;

/**
 * What was sold in one group of orders.
 *
 * @param group what the orders were grouped by
 */
record SalesView(
        String group,
        Currency currency,
        long orders,
        long lines,
        BigDecimal revenue,
        long cancelledOrders,
        BigDecimal cancelledRevenue) {

    Money revenueInMoney() {
        return new Money(revenue, currency);
    }

    Money cancelledRevenueInMoney() {
        return new Money(cancelledRevenue, currency);
    }
}
