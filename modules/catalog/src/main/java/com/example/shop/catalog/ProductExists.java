package com.example.shop.catalog;

import io.watertight.api.Problem;
import java.util.List;
import java.util.Map;

/** The SKU is taken; the problem points at the product that has it. */
public final class ProductExists extends Problem {

    private static final long serialVersionUID = 1L;

    private final String sku;

    public ProductExists(String sku) {
        super(
                "product-exists",
                Kind.CONFLICT,
                "There is a product '%s' already. Change that one, or choose another SKU.".formatted(sku),
                List.of(new Field("sku", "is taken")));
        this.sku = sku;
    }

    @Override
    public Map<String, Object> extensions() {
        return Map.of("existing", "/api/products/" + sku.replace(" ", "%20"));
    }
}
