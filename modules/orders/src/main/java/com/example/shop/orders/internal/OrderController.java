package com.example.shop.orders.internal;

import static com.example.shop.kernel.Roles.ADMIN;
import static com.example.shop.kernel.Roles.CLERK;
import static com.example.shop.kernel.Roles.CUSTOMER;

import com.example.shop.orders.IdempotencyKey;
import com.example.shop.orders.ImportedOrder;
import com.example.shop.orders.MalformedIdempotencyKeyException;
import com.example.shop.orders.OrderDto;
import com.example.shop.orders.OrderQuery;
import com.example.shop.orders.OrderService;
import com.example.shop.orders.OrderSummaryDto;
import com.example.shop.orders.PlaceOrder;
import io.watertight.api.CurrentActor;
import io.watertight.api.ExpectedVersion;
import io.watertight.api.PageDto;
import jakarta.annotation.security.RolesAllowed;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/orders")
@RolesAllowed({CUSTOMER, CLERK, ADMIN})
class OrderController {

    private final OrderService orders;
    private final CurrentActor actors;

    OrderController(OrderService orders, CurrentActor actors) {
        this.orders = orders;
        this.actors = actors;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<OrderDto> place(@RequestHeader("Idempotency-Key") String key, @RequestBody PlaceOrder order) {
        return created(orders.place(order, keyOf(key)));
    }

    @PostMapping("/imports")
    @RolesAllowed({CLERK, ADMIN})
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<OrderDto> importOrder(
            @RequestHeader("Idempotency-Key") String key, @RequestBody ImportedOrder order) {
        return created(orders.importOrder(order, keyOf(key)));
    }

    @GetMapping
    PageDto<OrderSummaryDto> search(OrderQuery query) {
        return orders.search(query);
    }

    @GetMapping("/{id}")
    OrderDto order(@PathVariable UUID id) {
        return orders.order(id);
    }

    @PostMapping("/{id}/cancel")
    OrderDto cancel(@PathVariable UUID id, @Nullable ExpectedVersion expected) {
        return orders.cancel(id, expected);
    }

    @PostMapping("/{id}/ship")
    @RolesAllowed({CLERK, ADMIN})
    OrderDto ship(@PathVariable UUID id, @Nullable ExpectedVersion expected) {
        return orders.ship(id, expected);
    }

    private static ResponseEntity<OrderDto> created(OrderDto order) {
        return ResponseEntity.created(URI.create("/api/orders/" + order.id())).body(order);
    }

    private IdempotencyKey keyOf(String key) {
        if (!key.matches(IdempotencyKey.PATTERN)) {
            throw new MalformedIdempotencyKeyException();
        }
        return new IdempotencyKey(actors.actor().id(), key);
    }
}
