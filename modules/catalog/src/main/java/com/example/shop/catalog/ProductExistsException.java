package com.example.shop.catalog;

import io.watertight.api.Problem;

/** The SKU is taken; the problem points at the product that has it. */
public final class ProductExistsException extends Problem {

    public ProductExistsException(String sku) {
        super(
                "product-exists",
                Kind.CONFLICT,
                "There is already a product '%s'. Change that one, or choose another SKU.".formatted(sku),
                new Field("sku", "is taken"),
                sku);
        extendByAddress("existing", "/api/products/" + sku);
    }
}
