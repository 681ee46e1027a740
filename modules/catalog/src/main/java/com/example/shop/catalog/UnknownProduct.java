package com.example.shop.catalog;

import io.watertight.api.Problem;

/** There is no product with this SKU. */
public final class UnknownProduct extends Problem {

    private static final long serialVersionUID = 1L;

    public UnknownProduct(String sku) {
        super("unknown-product", Kind.NOT_FOUND, "There is no product '%s'. SKUs are case-sensitive.".formatted(sku));
    }
}
