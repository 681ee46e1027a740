package com.example.shop.catalog;

import io.watertight.api.Problem;
import java.util.List;

/** An order asks for products that are no longer sold. */
public final class ProductsDiscontinuedException extends Problem {

    public ProductsDiscontinuedException(List<Field> fields) {
        super(
                "products-discontinued",
                Kind.CONFLICT,
                "Some lines ask for products that are no longer sold; see errors. Leave them out.",
                fields,
                fields);
    }
}
