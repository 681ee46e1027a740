package com.example.shop.orders;

import com.example.shop.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * What was sold to a country in one currency.
 *
 * @param country as it was typed; of several spellings the one that brought most
 * @param orders placed, cancelled later or not
 * @param lines of those orders
 * @param revenue of those orders, not rounded
 * @param cancelledOrders those among them that were cancelled
 * @param cancelledRevenue of those
 * @param code of the country by ISO 3166, as in {@code IE}; {@code null} if what was typed names no country
 */
public record CountrySalesDto(
        String country,
        long orders,
        long lines,
        Money revenue,
        long cancelledOrders,
        Money cancelledRevenue,
        @Nullable String code) {}
