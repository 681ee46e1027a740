package com.example.shop.catalog.internal;

import jakarta.annotation.security.PermitAll;
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
    StreamingResponseBody export() {
        return exports::write;
    }
}
