package com.example.shop.catalog.internal;

import jakarta.annotation.security.PermitAll;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Apart from the products, below which every word may be a SKU. */
@RestController
@PermitAll
class ProductExportController {

    private final ProductExport exports;

    ProductExportController(ProductExport exports) {
        this.exports = exports;
    }

    @GetMapping(path = "/api/exports/products", produces = "text/csv")
    ResponseEntity<StreamingResponseBody> export() {
        // Said here, because a stream is written without looking at what was negotiated.
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("products.csv")
                                .build()
                                .toString())
                .body(exports::write);
    }
}
