package com.example.shop.orders.internal;

import static io.watertight.api.Actor.ADMIN;
import static io.watertight.api.Actor.CLERK;

import com.example.shop.orders.CountrySalesDto;
import com.example.shop.orders.MonthSalesDto;
import com.example.shop.orders.OrderService;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/sales")
@RolesAllowed({CLERK, ADMIN})
class SalesController {

    private final OrderService orders;

    SalesController(OrderService orders) {
        this.orders = orders;
    }

    @GetMapping("/by-country")
    Sales<CountrySalesDto> byCountry(
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant until) {
        return new Sales<>(orders.salesByCountry(from, until));
    }

    @GetMapping("/by-month")
    Sales<MonthSalesDto> byMonth(
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant until) {
        return new Sales<>(orders.salesByMonth(from, until));
    }

    record Sales<T>(List<T> items) {

        Sales {
            items = List.copyOf(items);
        }
    }
}
