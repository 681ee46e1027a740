package com.example.shop.orders.internal;

import com.example.shop.kernel.Money;
import com.example.shop.orders.CountrySalesDto;
import com.example.shop.orders.DaySalesDto;
import com.example.shop.orders.MonthSalesDto;
import com.example.shop.orders.OrderService;
import com.example.shop.orders.internal.SalesPanel.RevenuePlots;
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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts the figures of the orders together for the home page: always four questions, however much was sold. */
@Component
class SalesOverview {

    private static final int DAYS = 30;
    private static final int MONTHS = 13;
    private static final int COUNTRIES = 10;
    private static final int CURRENCIES = 2;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM yy", Locale.ENGLISH);

    private final OrderService orders;
    private final OrdersProperties properties;
    private final Clock clock;

    SalesOverview(OrderService orders, OrdersProperties properties, Clock clock) {
        this.orders = orders;
        this.properties = properties;
        this.clock = clock;
    }

    SalesPanel panel() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), properties.zone());
        List<DaySalesDto> days = orders.salesByDay(DAYS);
        List<DaySalesDto> ofToday =
                days.stream().filter(it -> it.day().equals(today)).toList();
        return new SalesPanel(
                ofToday.stream().mapToLong(DaySalesDto::orders).sum(),
                ofToday.stream()
                        .map(it -> new Money(
                                kept(it.revenue(), it.cancelledRevenue()),
                                it.revenue().currency()))
                        .toList(),
                orders.openOrders(),
                byDay(days, today),
                byCurrency(orders.salesByMonth(null, null), orders.salesByCountry(null, null)));
    }

    /** Numbers of orders can be added whatever they were paid in, and a day without one is a column, too. */
    private static List<PlotPoint> byDay(List<DaySalesDto> sales, LocalDate today) {
        Map<LocalDate, Long> counts = sales.stream()
                .collect(Collectors.groupingBy(DaySalesDto::day, Collectors.summingLong(DaySalesDto::orders)));
        List<LocalDate> days = IntStream.range(0, DAYS)
                .mapToObj(it -> today.minusDays(DAYS - 1L - it))
                .toList();
        return PlotPoint.of(
                days, DAY::format, it -> BigDecimal.valueOf(counts.getOrDefault(it, 0L)), BigDecimal::toPlainString);
    }

    private static List<RevenuePlots> byCurrency(List<MonthSalesDto> months, List<CountrySalesDto> countries) {
        Map<Currency, Long> counts = months.stream()
                .collect(Collectors.groupingBy(
                        it -> it.revenue().currency(), Collectors.summingLong(MonthSalesDto::orders)));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<Currency, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(it -> it.getKey().getCurrencyCode()))
                .map(Map.Entry::getKey)
                .limit(CURRENCIES)
                .map(it -> new RevenuePlots(it, months(months, it), countries(countries, it)))
                .toList();
    }

    /** Up to the latest month in which something was sold. One without sales before it is a column, too. */
    private static List<PlotPoint> months(List<MonthSalesDto> sales, Currency currency) {
        NavigableMap<YearMonth, BigDecimal> kept = new TreeMap<>();
        sales.stream()
                .filter(it -> it.revenue().currency().equals(currency))
                .forEach(it -> kept.put(it.month(), kept(it.revenue(), it.cancelledRevenue())));
        YearMonth latest = kept.lastKey();
        YearMonth first = kept.ceilingKey(latest.minusMonths(MONTHS - 1L));
        return PlotPoint.of(
                Stream.iterate(first, it -> !it.isAfter(latest), it -> it.plusMonths(1))
                        .toList(),
                MONTH::format,
                it -> kept.getOrDefault(it, BigDecimal.ZERO),
                it -> text(it, currency));
    }

    private static List<PlotPoint> countries(List<CountrySalesDto> sales, Currency currency) {
        return PlotPoint.of(
                sales.stream()
                        .filter(it -> it.revenue().currency().equals(currency))
                        .sorted(Comparator.<CountrySalesDto, BigDecimal>comparing(
                                        it -> kept(it.revenue(), it.cancelledRevenue()))
                                .reversed())
                        .limit(COUNTRIES)
                        .toList(),
                CountrySalesDto::country,
                it -> kept(it.revenue(), it.cancelledRevenue()),
                it -> text(it, currency));
    }

    private static BigDecimal kept(Money revenue, Money cancelled) {
        return revenue.amount().subtract(cancelled.amount());
    }

    /** As money is shown everywhere, but for the currency, which the plot's title names. */
    private static String text(BigDecimal amount, Currency currency) {
        int decimals = Math.max(
                currency.getDefaultFractionDigits(), amount.stripTrailingZeros().scale());
        return String.format(Locale.ENGLISH, "%%,.%sf".formatted(Math.max(0, decimals)), amount);
    }
}
