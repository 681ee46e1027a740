package com.example.shop.catalog.internal;

import com.example.shop.catalog.CatalogService;
import com.example.shop.catalog.ProductDto;
import com.example.shop.catalog.ProductQuery;
import io.watertight.api.PageDto;
import io.watertight.csv.CsvExport;
import java.io.IOException;
import java.io.OutputStream;
import org.springframework.stereotype.Component;

/** Writes products as a sheet that {@link ProductImport} reads, page by page in constant memory. */
@Component
class ProductExport {

    private final CatalogService catalog;

    ProductExport(CatalogService catalog) {
        this.catalog = catalog;
    }

    /**
     * @param query which products; the size of its page is how many are held at a time
     */
    void write(ProductQuery query, OutputStream target) throws IOException {
        CsvExport sheet = new CsvExport(
                target,
                ProductLineReader.SKU,
                ProductLineReader.NAME,
                ProductLineReader.PRICE,
                ProductLineReader.CURRENCY,
                ProductLineReader.STOCK,
                ProductLineReader.DISCONTINUED);
        for (PageDto<ProductDto> page = catalog.search(query); ; page = catalog.search(query.after(page.next()))) {
            page.items()
                    .forEach(it -> sheet.row(
                            it.sku(),
                            it.name(),
                            it.price().amount(),
                            it.price().currency(),
                            it.stock(),
                            it.discontinued()));
            if (page.next() == null) {
                sheet.flush();
                return;
            }
        }
    }
}
