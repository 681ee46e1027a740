package com.example.shop.catalog.internal;

import com.example.shop.catalog.CatalogService;
import com.example.shop.catalog.ProductDto;
import com.example.shop.catalog.ProductQuery;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.watertight.api.PageDto;
import java.io.IOException;
import java.io.OutputStream;
import org.springframework.stereotype.Component;

/** Writes the products on sale as a sheet that {@link ProductImport} reads, page by page in constant memory. */
@Component
class ProductExport {

    private final CatalogService catalog;

    ProductExport(CatalogService catalog) {
        this.catalog = catalog;
    }

    void write(OutputStream sheet) throws IOException {
        // Not closed: after a failure the end of the sheet must not look like one.
        CsvWriter csv = CsvWriter.builder().build(sheet);
        csv.writeRecord(
                ProductColumns.SKU,
                ProductColumns.NAME,
                ProductColumns.PRICE,
                ProductColumns.CURRENCY,
                ProductColumns.STOCK);
        ProductQuery query = new ProductQuery(null, null, false, ProductQuery.MAX_LIMIT, null);
        for (PageDto<ProductDto> page = catalog.search(query); ; page = catalog.search(query.after(page.next()))) {
            page.items()
                    .forEach(it -> csv.writeRecord(
                            it.sku(),
                            SheetText.harmless(it.name()),
                            it.price().amount().toPlainString(),
                            it.price().currency().getCurrencyCode(),
                            String.valueOf(it.stock())));
            if (page.next() == null) {
                csv.flush();
                return;
            }
        }
    }
}
