package com.example.shop.remote;

import com.example.shop.orders.IdempotencyKey;
import com.example.shop.orders.ImportedOrder;
import com.example.shop.orders.OrderDto;
import com.example.shop.orders.OrderQuery;
import com.example.shop.orders.OrderService;
import com.example.shop.orders.OrderSummaryDto;
import com.example.shop.orders.PlaceOrder;
import io.watertight.api.ExpectedVersion;
import io.watertight.api.PageDto;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** {@link OrderService} over HTTP, in the process where it runs. An {@link IdempotencyKey} travels as its two parts. */
@HttpExchange("/internal/orders")
public interface RemoteOrderService extends OrderService {

    @Override
    default OrderDto place(PlaceOrder order, IdempotencyKey key) {
        return place(order, key.caller(), key.value());
    }

    @PostExchange("/place")
    default OrderDto place(
            @RequestBody PlaceOrder order, @RequestParam("caller") String caller, @RequestParam("key") String key) {
        return place(order, new IdempotencyKey(caller, key));
    }

    @Override
    default OrderDto importOrder(ImportedOrder order, IdempotencyKey key) {
        return importOrder(order, key.caller(), key.value());
    }

    @PostExchange("/import-order")
    default OrderDto importOrder(
            @RequestBody ImportedOrder order, @RequestParam("caller") String caller, @RequestParam("key") String key) {
        return importOrder(order, new IdempotencyKey(caller, key));
    }

    @Override
    @GetExchange("/order")
    OrderDto order(@RequestParam("id") UUID id);

    @Override
    @PostExchange("/search")
    PageDto<OrderSummaryDto> search(@RequestBody OrderQuery query);

    @Override
    @PostExchange("/cancel")
    OrderDto cancel(@RequestParam("id") UUID id, @Nullable ExpectedVersion expected);

    @Override
    @PostExchange("/ship")
    OrderDto ship(@RequestParam("id") UUID id, @Nullable ExpectedVersion expected);
}
