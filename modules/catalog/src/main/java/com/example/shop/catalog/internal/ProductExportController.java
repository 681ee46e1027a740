package com.example.shop.catalog.internal;

import com.example.shop.catalog.ProductQuery;
import jakarta.annotation.security.PermitAll;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** The products that the list shows for the same parameters, as a file. Apart from the products, below which every word may be a SKU. */
@RestController
@PermitAll
class ProductExportController {

    private final ProductExport exports;

    ProductExportController(ProductExport exports) {
        this.exports = exports;
    }

    @GetMapping(path = "/api/exports/products", produces = "text/csv")
    ResponseEntity<StreamingResponseBody> export(
            @RequestParam(required = false) @Nullable String words,
            @RequestParam(required = false) @Nullable Boolean inStock,
            @RequestParam(required = false) @Nullable Boolean discontinued) {
        ProductQuery query = new ProductQuery(words, inStock, discontinued, ProductQuery.MAX_LIMIT, null);
        // Said here, because a stream is written without looking at what was negotiated.
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("products.csv")
                                .build()
                                .toString())
                .body(target -> exports.write(query, target));
    }
}
