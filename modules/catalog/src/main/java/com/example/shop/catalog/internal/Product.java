package com.example.shop.catalog.internal;

import com.example.shop.catalog.NewProduct;
import com.example.shop.catalog.ProductRevision;
import com.example.shop.kernel.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * Something the shop sells, or has sold. It is known to the world by its SKU, which never changes; its name and its price
 * may, and every price it ever had is remembered. When its sale ends it stays, for the orders that refer to it, and it
 * never returns: a successor gets a SKU of its own.
 *
 * <p>Its stock is not part of the product but is kept by the {@link StockRepository}, because every order changes it.
 */
@Table(schema = "catalog")
record Product(
        @Id UUID id,
        @Version @Nullable Long version,
        String sku,
        String name,
        Money price,
        @Nullable Instant discontinuedAt,
        Instant createdAt) {

    static Product introduce(NewProduct product, Instant now) {
        return new Product(UUID.randomUUID(), null, product.sku(), product.name(), product.price(), null, now);
    }

    /** A price of the same worth keeps the digits that it came with. */
    Product revise(ProductRevision revision) {
        Money revised = price.isWorth(revision.price()) ? price : revision.price();
        return new Product(id, version, sku, revision.name(), revised, discontinuedAt, createdAt);
    }
}
