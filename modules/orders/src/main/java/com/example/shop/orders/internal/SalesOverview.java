package com.example.shop.orders.internal;

import com.example.shop.orders.SalesDto;
import com.example.shop.orders.SalesService;
import com.example.shop.orders.internal.SalesPanel.RevenuePlots;
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
import java.util.stream.IntStream;
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

    SalesPanel panel() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), properties.zone());
        List<SalesDto> days = sales.salesByDay(DAYS);
        List<SalesDto> ofToday =
                days.stream().filter(it -> it.group().equals(today.toString())).toList();
        return new SalesPanel(
                ofToday.stream().mapToLong(SalesDto::orders).sum(),
                ofToday.stream().map(SalesDto::keptRevenue).toList(),
                sales.openOrders(),
                byDay(days, today),
                byCurrency(sales.salesByMonth(null, null), sales.salesByCountry(null, null)));
    }

    /** Orders are counted whatever their currency, and a day without one has its column, too. */
    private static List<PlotPoint> byDay(List<SalesDto> sales, LocalDate today) {
        Map<String, Long> counts = sales.stream()
                .collect(Collectors.groupingBy(SalesDto::group, Collectors.summingLong(SalesDto::orders)));
        List<LocalDate> days = IntStream.range(0, DAYS)
                .mapToObj(it -> today.minusDays(DAYS - 1L - it))
                .toList();
        return PlotPoint.of(
                days,
                DAY::format,
                it -> BigDecimal.valueOf(counts.getOrDefault(it.toString(), 0L)),
                BigDecimal::toPlainString);
    }

    private static List<RevenuePlots> byCurrency(List<SalesDto> months, List<SalesDto> countries) {
        Map<Currency, Long> counts = months.stream()
                .collect(
                        Collectors.groupingBy(it -> it.revenue().currency(), Collectors.summingLong(SalesDto::orders)));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<Currency, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(it -> it.getKey().getCurrencyCode()))
                .map(Map.Entry::getKey)
                .limit(CURRENCIES)
                .map(it -> new RevenuePlots(it, months(in(it, months), it), countries(in(it, countries), it)))
                .toList();
    }

    private static List<SalesDto> in(Currency currency, List<SalesDto> sales) {
        return sales.stream()
                .filter(it -> it.revenue().currency().equals(currency))
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
                it -> text(it, currency));
    }

    private static List<PlotPoint> countries(List<SalesDto> sales, Currency currency) {
        return PlotPoint.of(
                sales.stream()
                        .sorted(Comparator.comparing(SalesOverview::kept).reversed())
                        .limit(COUNTRIES)
                        .toList(),
                SalesDto::group,
                SalesOverview::kept,
                it -> text(it, currency));
    }

    private static BigDecimal kept(SalesDto sales) {
        return sales.keptRevenue().amount();
    }

    /** As money is shown everywhere, without the currency, which the plot's title names. */
    private static String text(BigDecimal amount, Currency currency) {
        int decimals = Math.max(
                currency.getDefaultFractionDigits(), amount.stripTrailingZeros().scale());
        return String.format(Locale.ENGLISH, "%%,.%sf".formatted(Math.max(0, decimals)), amount);
    }
}
