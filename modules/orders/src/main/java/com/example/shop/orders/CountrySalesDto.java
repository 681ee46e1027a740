package com.example.shop.orders;

import com.example.shop.kernel.Money;

/**
 * What was sold to a country in one currency.
 *
 * @param orders placed, cancelled later or not
 * @param lines of those orders
 * @param revenue of those orders, not rounded
 * @param cancelledOrders those among them that were cancelled
 * @param cancelledRevenue of those
 */
public record CountrySalesDto(
        String country, long orders, long lines, Money revenue, long cancelledOrders, Money cancelledRevenue) {}
