package com.example.shop.catalog;

import io.watertight.api.Problem;
import java.util.List;
import java.util.Map;

/** The SKU is taken; the problem points at the product that has it. */
public final class ProductExistsException extends Problem {

    private final String sku;

    public ProductExistsException(String sku) {
        super(
                "product-exists",
                Kind.CONFLICT,
                "There is a product '%s' already. Change that one, or choose another SKU.".formatted(sku),
                List.of(new Field("sku", "is taken")),
                sku);
        this.sku = sku;
    }

    @Override
    public Map<String, Object> extensions() {
        return Map.of("existing", "/api/products/" + sku.replace(" ", "%20"));
    }
}
