package com.example.shop.orders.internal;

import com.example.shop.kernel.Roles;
import com.example.shop.orders.OpenOrdersDto;
import com.example.shop.orders.SalesDto;
import com.example.shop.orders.SalesService;
import io.watertight.api.Country;
import io.watertight.api.CurrentActor;
import io.watertight.pattern.ModuleService;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.annotation.Transactional;

/** Reads the sums of sales and keeps them up to date; until they are, {@link SalesRepository} adds what is missing from them. */
@ModuleService
class DefaultSalesService implements SalesService, ApplicationRunner {

    private final SalesRepository sales;
    private final ZoneId zone;
    private final CurrentActor actors;
    private final Clock clock;

    DefaultSalesService(SalesRepository sales, OrdersProperties properties, CurrentActor actors, Clock clock) {
        this.sales = sales;
        this.zone = properties.zone();
        this.actors = actors;
        this.clock = clock;
    }

    /** Several spellings of a country are one country. */
    @Override
    public List<SalesDto> salesByCountry(@Nullable Instant from, @Nullable Instant until) {
        Roles.requireStaff(actors.actor());
        PlacingTime time = PlacingTime.between(from, until);
        PlacingTime days = time.wholeDays(zone);
        return sales.byCountry(time.from(), days.from(), days.until(), time.until(), zone.getId()).stream()
                .collect(Collectors.toMap(
                        it -> List.of(Country.meaning(it.group()), it.revenue().currency()),
                        Function.identity(),
                        SalesDto::plus,
                        LinkedHashMap::new))
                .values()
                .stream()
                .sorted(Comparator.comparing((SalesDto it) -> it.revenue().amount())
                        .reversed())
                .toList();
    }

    @Override
    public List<SalesDto> salesByMonth(@Nullable Instant from, @Nullable Instant until) {
        return byTime("YYYY-MM", PlacingTime.between(from, until));
    }

    @Override
    public List<SalesDto> salesByDay(int days) {
        LocalDate first = LocalDate.ofInstant(clock.instant(), zone).minusDays(days - 1L);
        return byTime("YYYY-MM-DD", PlacingTime.between(first.atStartOfDay(zone).toInstant(), null));
    }

    private List<SalesDto> byTime(String format, PlacingTime time) {
        Roles.requireStaff(actors.actor());
        PlacingTime days = time.wholeDays(zone);
        return sales.byTime(format, time.from(), days.from(), days.until(), time.until(), zone.getId());
    }

    @Override
    public OpenOrdersDto openOrders() {
        Roles.requireStaff(actors.actor());
        PlacingTime time = PlacingTime.between(null, null);
        PlacingTime days = time.wholeDays(zone);
        return sales.countOpen(time.from(), days.from(), days.until(), time.until(), zone.getId());
    }

    /** If the zone has changed since the last start, days begin at other times, so their sums are made anew. */
    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        sales.liftTimeouts();
        boolean left = sales.changeZone(zone.getId());
        while (left) {
            left = sales.clear();
        }
    }

    @Scheduled(fixedDelayString = "2s")
    @Transactional
    void count() {
        sales.count(zone.getId());
    }
}
