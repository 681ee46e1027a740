package com.example.shop.orders.internal;

import static io.watertight.api.Actor.ADMIN;
import static io.watertight.api.Actor.CLERK;
import static io.watertight.api.Actor.CUSTOMER;

import com.example.shop.orders.OrderQuery;
import com.example.shop.orders.OrderStatus;
import jakarta.annotation.security.RolesAllowed;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

@RestController
@RolesAllowed({CUSTOMER, CLERK, ADMIN})
class OrderExportController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final OrderExport exports;

    OrderExportController(OrderExport exports) {
        this.exports = exports;
    }

    /** A sheet, unless somebody asks for NDJSON by name. */
    @GetMapping(
            path = "/api/exports/orders",
            produces = {"text/csv", MediaType.APPLICATION_NDJSON_VALUE})
    ResponseEntity<StreamingResponseBody> export(
            @RequestHeader HttpHeaders headers,
            @RequestParam(required = false) @Nullable String customer,
            @RequestParam(required = false) @Nullable OrderStatus status,
            @RequestParam(required = false) @Nullable Boolean attention,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant until) {
        OrderQuery query = new OrderQuery(customer, status, attention, from, until, OrderQuery.MAX_LIMIT, null);
        return headers.getAccept().stream().anyMatch(MediaType.APPLICATION_NDJSON::equalsTypeAndSubtype)
                ? file("orders.ndjson", MediaType.APPLICATION_NDJSON, target -> exports.writeLines(query, target))
                : file("orders.csv", CSV, target -> exports.writeSheet(query, target));
    }

    private static ResponseEntity<StreamingResponseBody> file(
            String name, MediaType type, StreamingResponseBody content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(content);
    }
}
