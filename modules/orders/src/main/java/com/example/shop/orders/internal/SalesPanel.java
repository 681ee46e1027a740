package com.example.shop.orders.internal;

import com.example.shop.kernel.Money;
import com.example.shop.orders.OpenOrdersDto;
import io.watertight.pattern.PlotPoint;
import java.util.Currency;
import java.util.List;

/**
 * What the shop is doing, at a glance.
 *
 * @param ordersToday placed, cancelled later or not
 * @param revenueToday one amount for each currency; like all revenue here, without cancelled orders
 * @param days orders of the latest days, the earliest first
 */
record SalesPanel(
        long ordersToday,
        List<Money> revenueToday,
        OpenOrdersDto open,
        List<PlotPoint> days,
        List<RevenuePlots> revenue) {

    /**
     * Revenue in one currency; amounts in different currencies are never added up.
     *
     * @param months the latest months with a sale, the earliest first
     * @param countries those with the largest revenue, the largest first
     */
    record RevenuePlots(Currency currency, List<PlotPoint> months, List<PlotPoint> countries) {}
}
