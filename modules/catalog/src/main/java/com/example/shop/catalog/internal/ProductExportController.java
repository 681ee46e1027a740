package com.example.shop.catalog.internal;

import com.example.shop.catalog.CatalogService;
import com.example.shop.catalog.ProductQuery;
import io.watertight.api.PageDto;
import io.watertight.csv.CsvExport;
import io.watertight.pattern.Download;
import jakarta.annotation.security.PermitAll;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/**
 * The products that the list shows for the same parameters, as a file that {@link ProductImport} reads. Apart from the products,
 * below which every word may be a SKU.
 */
@RestController
@PermitAll
class ProductExportController {

    private final CatalogService catalog;

    ProductExportController(CatalogService catalog) {
        this.catalog = catalog;
    }

    @GetMapping(path = "/api/exports/products", produces = "text/csv")
    ResponseEntity<StreamingResponseBody> export(ProductQuery query) {
        ProductQuery all =
                new ProductQuery(query.words(), query.inStock(), query.discontinued(), ProductQuery.MAX_LIMIT, null);
        return Download.csv("products.csv", target -> {
            CsvExport file = new CsvExport(target, "sku", "name", "price", "currency", "stock", "discontinued");
            PageDto.walk(next -> catalog.search(all.after(next)))
                    .forEach(it -> file.row(
                            it.sku(),
                            it.name(),
                            it.price().amount(),
                            it.price().currency(),
                            it.stock(),
                            it.discontinued()));
            file.flush();
        });
    }
}
