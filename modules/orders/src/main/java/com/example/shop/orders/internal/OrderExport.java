package com.example.shop.orders.internal;

import com.example.shop.orders.OrderQuery;
import com.example.shop.orders.OrderService;
import com.example.shop.orders.OrderSummaryDto;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.watertight.api.PageDto;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
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
        // Not closed: after a failure the end of the sheet must not look like one.
        CsvWriter csv = CsvWriter.builder().build(target);
        csv.writeRecord(
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
                it -> csv.writeRecord(
                        it.id().toString(),
                        it.status().name(),
                        harmless(it.customer()),
                        harmless(it.deliveryCountry()),
                        it.placedAt().toString(),
                        it.closedAt() == null ? "" : it.closedAt().toString(),
                        harmless(it.attention()),
                        String.valueOf(it.lineCount()),
                        it.total().amount().toPlainString(),
                        it.total().currency().getCurrencyCode()));
        csv.flush();
    }

    /** A spreadsheet takes some words for a formula and runs it; customers write them, and clerks open the sheet. */
    private static String harmless(@Nullable String words) {
        if (words == null) {
            return "";
        }
        return words.isEmpty() || "=+-@\t\r".indexOf(words.charAt(0)) < 0 ? words : "'" + words;
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
