package com.example.shop.orders.internal;

import com.example.shop.kernel.PageDto;
import com.example.shop.orders.OrderQuery;
import com.example.shop.orders.OrderService;
import com.example.shop.orders.OrderSummaryDto;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes orders as NDJSON, one JSON object a line, page by page in constant memory. */
@Component
class OrderExport {

    private static final byte[] NEW_LINE = "\n".getBytes(StandardCharsets.UTF_8);

    private final OrderService orders;
    private final JsonMapper json;

    OrderExport(OrderService orders, JsonMapper json) {
        this.orders = orders;
        this.json = json;
    }

    /**
     * @param query which orders; the size of its page is how many are held at a time
     */
    void write(OrderQuery query, OutputStream target) throws IOException {
        BufferedOutputStream out = new BufferedOutputStream(target);
        for (PageDto<OrderSummaryDto> page = orders.search(query); ; page = orders.search(query.after(page.next()))) {
            for (OrderSummaryDto order : page.items()) {
                out.write(json.writeValueAsBytes(order));
                out.write(NEW_LINE);
            }
            if (page.next() == null) {
                out.flush();
                return;
            }
        }
    }
}
