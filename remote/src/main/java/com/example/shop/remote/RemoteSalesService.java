package com.example.shop.remote;

import com.example.shop.orders.OpenOrdersDto;
import com.example.shop.orders.SalesDto;
import com.example.shop.orders.SalesService;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** {@link SalesService} over HTTP, in the process where it runs. */
@HttpExchange("/internal/orders/sales")
public interface RemoteSalesService extends SalesService {

    @Override
    @GetExchange("/by-country")
    List<SalesDto> salesByCountry(
            @RequestParam(name = "from", required = false) @Nullable Instant from,
            @RequestParam(name = "until", required = false) @Nullable Instant until);

    @Override
    @GetExchange("/by-month")
    List<SalesDto> salesByMonth(
            @RequestParam(name = "from", required = false) @Nullable Instant from,
            @RequestParam(name = "until", required = false) @Nullable Instant until);

    @Override
    @GetExchange("/by-day")
    List<SalesDto> salesByDay(@RequestParam("days") int days);

    @Override
    @GetExchange("/open-orders")
    OpenOrdersDto openOrders();
}
