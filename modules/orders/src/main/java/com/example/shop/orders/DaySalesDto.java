package com.example.shop.orders;

import com.example.shop.kernel.Money;
import java.time.LocalDate;

/**
 * What was sold on a day in one currency.
 *
 * @param orders placed, cancelled later or not
 * @param lines of those orders
 * @param revenue of those orders, not rounded
 * @param cancelledOrders those among them that were cancelled
 * @param cancelledRevenue of those
 */
public record DaySalesDto(
        LocalDate day, long orders, long lines, Money revenue, long cancelledOrders, Money cancelledRevenue) {}
