package com.example.shop.remote;

import com.example.shop.catalog.Hold;
import com.example.shop.catalog.RequestedLine;
import com.example.shop.catalog.ReservedProductDto;
import com.example.shop.catalog.StockService;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PutExchange;

/** {@link StockService} over HTTP, in the process where it runs. Calls are idempotent by order id, so each is a PUT. */
@HttpExchange("/internal/catalog/stock")
public interface RemoteStockService extends StockService {

    @Override
    @PutExchange("/reserve")
    List<ReservedProductDto> reserve(
            @RequestParam("order") UUID orderId,
            @RequestBody List<RequestedLine> lines,
            @RequestParam("hold") Hold hold);

    @Override
    @PutExchange("/confirm")
    void confirm(@RequestParam("order") UUID orderId);

    @Override
    @PutExchange("/release")
    void release(@RequestBody Collection<UUID> orderIds);

    @Override
    @PutExchange("/consume")
    void consume(@RequestParam("order") UUID orderId);
}
