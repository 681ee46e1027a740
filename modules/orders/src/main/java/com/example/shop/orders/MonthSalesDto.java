package com.example.shop.orders;

import com.example.shop.kernel.Money;
import java.time.YearMonth;

/**
 * What was sold in a month in one currency.
 *
 * @param orders placed, cancelled later or not
 * @param lines of those orders
 * @param revenue of those orders, not rounded
 * @param cancelledOrders those among them that were cancelled
 * @param cancelledRevenue of those
 */
public record MonthSalesDto(
        YearMonth month, long orders, long lines, Money revenue, long cancelledOrders, Money cancelledRevenue) {}
