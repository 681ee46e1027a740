package com.example.shop.catalog.internal;

import com.example.shop.catalog.ProductDto;
import com.example.shop.catalog.ProductRevision;
import java.util.List;

/**
 * What stands in the form that changes a product.
 *
 * @param version of the product that will be overwritten
 */
record ProductEdit(String name, String amount, String currency, long version) {

    static ProductEdit of(ProductDto product) {
        return of(new ProductRevision(product.name(), product.price()), product.version());
    }

    static ProductEdit of(ProductRevision revision, long version) {
        return new ProductEdit(
                revision.name(),
                revision.price().amount().toPlainString(),
                revision.price().currency().getCurrencyCode(),
                version);
    }

    /** Field by field, what somebody else made of the product and what stands here. */
    List<Difference> from(ProductDto now) {
        ProductEdit theirs = of(now);
        return List.of(
                new Difference("Name", theirs.name(), name),
                new Difference("Price", theirs.amount(), amount),
                new Difference("Currency", theirs.currency(), currency));
    }

    /**
     * A field of which two people have made something.
     *
     * @param now what it is now
     * @param yours what the one who came later has typed
     */
    record Difference(String field, String now, String yours) {}
}
