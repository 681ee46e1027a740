package com.example.shop.orders.internal;

import com.example.shop.kernel.Money;
import com.example.shop.orders.OpenOrdersDto;
import com.example.shop.orders.SalesDto;
import com.example.shop.orders.SalesService;
import io.watertight.api.StaleReads;
import io.watertight.pattern.PlotPoint;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Collects the figures for the home page, always by four queries, however much was sold. */
@Component
class SalesOverview {

    private static final int DAYS = 30;
    private static final int MONTHS = 13;
    private static final int COUNTRIES = 10;
    private static final int CURRENCIES = 2;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM yy", Locale.ENGLISH);

    private final SalesService sales;
    private final OrdersProperties properties;
    private final Clock clock;

    SalesOverview(SalesService sales, OrdersProperties properties, Clock clock) {
        this.sales = sales;
        this.properties = properties;
        this.clock = clock;
    }

    Panel panel() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), properties.zone());
        Map<String, List<SalesDto>> byDay =
                StaleReads.allow(() -> sales.salesByDay(DAYS)).stream().collect(Collectors.groupingBy(SalesDto::group));
        List<SalesDto> ofToday = byDay.getOrDefault(today.toString(), List.of());
        return new Panel(
                orders(ofToday),
                ofToday.stream().map(SalesDto::keptRevenue).toList(),
                sales.openOrders(),
                days(byDay, today),
                byCurrency(
                        StaleReads.allow(() -> sales.salesByMonth(null, null)),
                        StaleReads.allow(() -> sales.salesByCountry(null, null))));
    }

    /** Orders are counted whatever their currency, and a day without one has its column, too. */
    private static List<PlotPoint> days(Map<String, List<SalesDto>> sales, LocalDate today) {
        return PlotPoint.of(
                today.minusDays(DAYS - 1L).datesUntil(today.plusDays(1)).toList(),
                DAY::format,
                it -> BigDecimal.valueOf(orders(sales.getOrDefault(it.toString(), List.of()))),
                BigDecimal::toPlainString);
    }

    private static long orders(List<SalesDto> sales) {
        return sales.stream().mapToLong(SalesDto::orders).sum();
    }

    /** Those with the most orders come first. */
    private static List<RevenuePlots> byCurrency(List<SalesDto> months, List<SalesDto> countries) {
        return months.stream().collect(Collectors.groupingBy(it -> it.revenue().currency())).entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<Currency, List<SalesDto>> it) -> -orders(it.getValue()))
                        .thenComparing(it -> it.getKey().getCurrencyCode()))
                .limit(CURRENCIES)
                .map(it -> new RevenuePlots(
                        it.getKey(), months(it.getValue(), it.getKey()), countries(countries, it.getKey())))
                .toList();
    }

    /** Up to the latest month with a sale. A month without one before it has its column, too. */
    private static List<PlotPoint> months(List<SalesDto> sales, Currency currency) {
        NavigableMap<YearMonth, BigDecimal> kept = sales.stream()
                .collect(Collectors.toMap(
                        it -> YearMonth.parse(it.group()), SalesOverview::kept, BigDecimal::add, TreeMap::new));
        YearMonth latest = kept.lastKey();
        YearMonth first = kept.ceilingKey(latest.minusMonths(MONTHS - 1L));
        return PlotPoint.of(
                Stream.iterate(first, it -> !it.isAfter(latest), it -> it.plusMonths(1))
                        .toList(),
                MONTH::format,
                it -> kept.getOrDefault(it, BigDecimal.ZERO),
                it -> new Money(it, currency).readable());
    }

    private static List<PlotPoint> countries(List<SalesDto> sales, Currency currency) {
        return PlotPoint.of(
                sales.stream()
                        .filter(it -> it.revenue().currency().equals(currency))
                        .sorted(Comparator.comparing(SalesOverview::kept).reversed())
                        .limit(COUNTRIES)
                        .toList(),
                SalesDto::group,
                SalesOverview::kept,
                it -> new Money(it, currency).readable());
    }

    private static BigDecimal kept(SalesDto sales) {
        return sales.keptRevenue().amount();
    }

    /**
     * What the shop is doing, at a glance.
     *
     * @param ordersToday placed, cancelled later or not
     * @param revenueToday one amount for each currency; like all revenue here, without cancelled orders
     * @param days orders of the latest days, the earliest first
     */
    record Panel(
            long ordersToday,
            List<Money> revenueToday,
            OpenOrdersDto open,
            List<PlotPoint> days,
            List<RevenuePlots> revenue) {}

    /**
     * Revenue in one currency; amounts in different currencies are never added up.
     *
     * @param months the latest months, the earliest first
     * @param countries those with the largest revenue, the largest first
     */
    record RevenuePlots(Currency currency, List<PlotPoint> months, List<PlotPoint> countries) {}
}
