package com.example.shop.catalog.internal;

import com.example.shop.catalog.NewProduct;
import io.watertight.api.AuditTrail;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes a batch of a file in one statement, and its changes to the audit trail, product by product, in another. */
@Component
class ProductBatchWriter {

    private final ProductRepository products;
    private final AuditTrail audit;

    ProductBatchWriter(ProductRepository products, AuditTrail audit) {
        this.products = products;
        this.audit = audit;
    }

    /**
     * @param importId marks everything in the audit trail that one file has changed
     * @param lines each SKU once
     */
    @Transactional
    List<WrittenRow> importBatch(UUID importId, List<ProductLine> lines) {
        List<WrittenRow> written = products.importLines(
                column(lines, NewProduct::sku),
                column(lines, NewProduct::name),
                column(lines, it -> it.price().amount().toPlainString()),
                column(lines, it -> it.price().currency().getCurrencyCode()),
                column(lines, it -> String.valueOf(it.stock())),
                lines.stream().map(it -> String.valueOf(it.discontinued())).toArray(String[]::new));
        audit.add(
                "import",
                written.stream()
                        .filter(WrittenRow::isNews)
                        .collect(Collectors.toMap(WrittenRow::sku, it -> it.change(importId))));
        return written;
    }

    private static String[] column(List<ProductLine> lines, Function<NewProduct, String> value) {
        return lines.stream().map(it -> value.apply(it.product())).toArray(String[]::new);
    }
}
