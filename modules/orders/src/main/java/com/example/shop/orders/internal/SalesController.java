package com.example.shop.orders.internal;

import com.example.shop.kernel.Money;
import com.example.shop.kernel.Roles;
import com.example.shop.orders.SalesService;
import io.watertight.api.StaleReads;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Gives the group of each figure the name that clients know. */
@RestController
@RequestMapping("/api/sales")
@RolesAllowed({Roles.CLERK, Roles.ADMIN})
class SalesController {

    private final SalesService sales;
    private final OrderMapper mapper;

    SalesController(SalesService sales, OrderMapper mapper) {
        this.sales = sales;
        this.mapper = mapper;
    }

    @GetMapping("/by-country")
    Sales<CountrySales> byCountry(Period period) {
        return new Sales<>(
                mapper.toCountrySales(StaleReads.allow(() -> sales.salesByCountry(period.from(), period.until()))));
    }

    @GetMapping("/by-month")
    Sales<MonthSales> byMonth(Period period) {
        return new Sales<>(
                mapper.toMonthSales(StaleReads.allow(() -> sales.salesByMonth(period.from(), period.until()))));
    }

    /** When the orders were placed; {@code null} for no bound. */
    record Period(@Nullable Instant from, @Nullable Instant until) {}

    record Sales<T>(List<T> items) {}

    record CountrySales(
            String country,
            long orders,
            long lines,
            Money revenue,
            long cancelledOrders,
            Money cancelledRevenue,
            @Nullable String code) {}

    record MonthSales(
            String month, long orders, long lines, Money revenue, long cancelledOrders, Money cancelledRevenue) {}
}
