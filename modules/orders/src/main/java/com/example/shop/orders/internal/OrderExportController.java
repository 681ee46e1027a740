package com.example.shop.orders.internal;

import static com.example.shop.kernel.Actor.ADMIN;
import static com.example.shop.kernel.Actor.CLERK;
import static com.example.shop.kernel.Actor.CUSTOMER;

import com.example.shop.orders.OrderQuery;
import com.example.shop.orders.OrderStatus;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

@RestController
@RolesAllowed({CUSTOMER, CLERK, ADMIN})
class OrderExportController {

    private final OrderExport exports;

    OrderExportController(OrderExport exports) {
        this.exports = exports;
    }

    @GetMapping(path = "/api/exports/orders", produces = MediaType.APPLICATION_NDJSON_VALUE)
    StreamingResponseBody export(
            @RequestParam(required = false) @Nullable String customer,
            @RequestParam(required = false) @Nullable OrderStatus status,
            @RequestParam(required = false) @Nullable Boolean attention,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant until) {
        OrderQuery query = new OrderQuery(customer, status, attention, from, until, OrderQuery.MAX_LIMIT, null);
        return target -> exports.write(query, target);
    }
}
