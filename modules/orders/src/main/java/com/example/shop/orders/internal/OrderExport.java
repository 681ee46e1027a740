package com.example.shop.orders.internal;

import com.example.shop.orders.OrderQuery;
import com.example.shop.orders.OrderService;
import com.example.shop.orders.OrderSummaryDto;
import io.watertight.api.PageDto;
import io.watertight.csv.CsvExport;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes orders as a sheet or as NDJSON, page by page in constant memory. */
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
     * A heading, and an order a row.
     *
     * @param query which orders; the size of its page is how many are held at a time
     */
    void writeSheet(OrderQuery query, OutputStream target) throws IOException {
        CsvExport sheet = new CsvExport(
                target,
                "id",
                "status",
                "customer",
                "deliveryCountry",
                "placedAt",
                "closedAt",
                "attention",
                "lineCount",
                "total",
                "currency");
        each(
                query,
                it -> sheet.row(
                        it.id(),
                        it.status(),
                        it.customer(),
                        it.deliveryCountry(),
                        it.placedAt(),
                        it.closedAt(),
                        it.attention(),
                        it.lineCount(),
                        it.total().amount(),
                        it.total().currency()));
        sheet.flush();
    }

    /**
     * A JSON object a line.
     *
     * @param query which orders; the size of its page is how many are held at a time
     */
    void writeLines(OrderQuery query, OutputStream target) throws IOException {
        BufferedOutputStream out = new BufferedOutputStream(target);
        each(query, it -> {
            out.write(json.writeValueAsBytes(it));
            out.write(NEW_LINE);
        });
        out.flush();
    }

    private void each(OrderQuery query, Row row) throws IOException {
        for (PageDto<OrderSummaryDto> page = orders.search(query); ; page = orders.search(query.after(page.next()))) {
            for (OrderSummaryDto order : page.items()) {
                row.write(order);
            }
            if (page.next() == null) {
                return;
            }
        }
    }

    @FunctionalInterface
    private interface Row {
        void write(OrderSummaryDto order) throws IOException;
    }
}
