package com.example.shop.orders.internal;

import static com.example.shop.kernel.Roles.ADMIN;
import static com.example.shop.kernel.Roles.CLERK;
import static com.example.shop.kernel.Roles.CUSTOMER;

import com.example.shop.orders.OrderQuery;
import com.example.shop.orders.OrderService;
import com.example.shop.orders.OrderSummaryDto;
import io.watertight.api.PageDto;
import io.watertight.csv.CsvExport;
import io.watertight.pattern.Download;
import jakarta.annotation.security.RolesAllowed;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import tools.jackson.databind.json.JsonMapper;

/** The orders that the list shows, as a file. */
@RestController
@RolesAllowed({CUSTOMER, CLERK, ADMIN})
class OrderExportController {

    private final OrderService orders;
    private final JsonMapper json;

    OrderExportController(OrderService orders, JsonMapper json) {
        this.orders = orders;
        this.json = json;
    }

    /** A row for each order, unless somebody asks for NDJSON by name. */
    @GetMapping(
            path = "/api/exports/orders",
            produces = {"text/csv", MediaType.APPLICATION_NDJSON_VALUE})
    ResponseEntity<StreamingResponseBody> export(@RequestHeader HttpHeaders headers, OrderQuery query) {
        OrderQuery all = new OrderQuery(
                query.customer(),
                query.status(),
                query.attention(),
                query.from(),
                query.until(),
                OrderQuery.MAX_LIMIT,
                null);
        Stream<OrderSummaryDto> found = PageDto.walk(next -> orders.search(all.after(next)));
        return headers.getAccept().stream().anyMatch(MediaType.APPLICATION_NDJSON::equalsTypeAndSubtype)
                ? Download.file("orders.ndjson", MediaType.APPLICATION_NDJSON, target -> writeJson(found, target))
                : Download.csv("orders.csv", target -> writeCsv(found, target));
    }

    private static void writeCsv(Stream<OrderSummaryDto> found, OutputStream target) throws IOException {
        CsvExport file = new CsvExport(
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
        found.forEach(it -> file.row(
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
        file.flush();
    }

    private void writeJson(Stream<OrderSummaryDto> found, OutputStream target) throws IOException {
        BufferedOutputStream out = new BufferedOutputStream(target);
        for (Iterator<OrderSummaryDto> order = found.iterator(); order.hasNext(); ) {
            out.write(json.writeValueAsBytes(order.next()));
            out.write('\n');
        }
        out.flush();
    }
}
