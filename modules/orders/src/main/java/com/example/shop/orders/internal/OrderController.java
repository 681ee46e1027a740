package com.example.shop.orders.internal;

import com.example.shop.kernel.Roles;
import com.example.shop.orders.IdempotencyKey;
import com.example.shop.orders.ImportedOrder;
import com.example.shop.orders.OrderDto;
import com.example.shop.orders.OrderQuery;
import com.example.shop.orders.OrderService;
import com.example.shop.orders.OrderSummaryDto;
import com.example.shop.orders.PlaceOrder;
import io.watertight.api.CurrentActor;
import io.watertight.api.ExpectedVersion;
import io.watertight.api.PageDto;
import io.watertight.api.StaleReads;
import io.watertight.csv.CsvExport;
import io.watertight.pattern.Download;
import jakarta.annotation.security.RolesAllowed;
import java.net.URI;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import tools.jackson.databind.json.JsonMapper;

@RestController
@RequestMapping("/api")
@RolesAllowed({Roles.CUSTOMER, Roles.CLERK, Roles.ADMIN})
class OrderController {

    private static final CsvExport<OrderSummaryDto> CSV = new CsvExport<OrderSummaryDto>()
            .column("id", OrderSummaryDto::id)
            .column("status", OrderSummaryDto::status)
            .column("customer", OrderSummaryDto::customer)
            .column("deliveryCountry", OrderSummaryDto::deliveryCountry)
            .column("placedAt", OrderSummaryDto::placedAt)
            .column("closedAt", OrderSummaryDto::closedAt)
            .column("attention", OrderSummaryDto::attention)
            .column("lineCount", OrderSummaryDto::lineCount)
            .column("total", it -> it.total().amount())
            .column("currency", it -> it.total().currency());

    private final OrderService orders;
    private final CurrentActor actors;
    private final JsonMapper json;

    OrderController(OrderService orders, CurrentActor actors, JsonMapper json) {
        this.orders = orders;
        this.actors = actors;
        this.json = json;
    }

    @PostMapping("/orders")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<OrderDto> place(@RequestHeader("Idempotency-Key") String key, @RequestBody PlaceOrder order) {
        return created(orders.place(order, keyOf(key)));
    }

    @PostMapping("/orders/imports")
    @RolesAllowed({Roles.CLERK, Roles.ADMIN})
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<OrderDto> importOrder(
            @RequestHeader("Idempotency-Key") String key, @RequestBody ImportedOrder order) {
        return created(orders.importOrder(order, keyOf(key)));
    }

    @GetMapping("/orders")
    PageDto<OrderSummaryDto> search(OrderQuery query) {
        return orders.search(query);
    }

    @GetMapping("/orders/{id}")
    OrderDto order(@PathVariable UUID id) {
        return orders.order(id);
    }

    @PostMapping("/orders/{id}/cancel")
    OrderDto cancel(@PathVariable UUID id, @Nullable ExpectedVersion expected) {
        return orders.cancel(id, expected);
    }

    @PostMapping("/orders/{id}/ship")
    @RolesAllowed({Roles.CLERK, Roles.ADMIN})
    OrderDto ship(@PathVariable UUID id, @Nullable ExpectedVersion expected) {
        return orders.ship(id, expected);
    }

    private static ResponseEntity<OrderDto> created(OrderDto order) {
        return ResponseEntity.created(URI.create("/api/orders/" + order.id())).body(order);
    }

    private IdempotencyKey keyOf(String key) {
        return new IdempotencyKey(actors.actor().id(), key);
    }

    /** A row for each order as CSV, or as NDJSON if the client prefers it. */
    @GetMapping(
            path = "/exports/orders",
            produces = {"text/csv", MediaType.APPLICATION_NDJSON_VALUE})
    ResponseEntity<StreamingResponseBody> export(@RequestHeader HttpHeaders headers, OrderQuery query) {
        Stream<OrderSummaryDto> found =
                PageDto.walk(next -> StaleReads.allow(() -> orders.search(query.page(PageDto.MAX_LIMIT, next))));
        MediaType type = Download.preferred(headers, Download.CSV, MediaType.APPLICATION_NDJSON);
        if (type.equals(MediaType.APPLICATION_NDJSON)) {
            return Download.ndjson("orders.ndjson", found, json::writeValueAsBytes);
        }
        return Download.csv("orders.csv", target -> CSV.write(found, target));
    }
}
