package com.example.shop.catalog;

import io.watertight.api.Problem;
import java.util.List;

/** An order asks for SKUs that the catalog does not have. */
public final class UnknownProductsException extends Problem {

    public UnknownProductsException(List<Field> fields) {
        super(
                "unknown-products",
                Kind.UNPROCESSABLE,
                "Some lines ask for products that do not exist; see errors. SKUs are case-sensitive.",
                fields,
                fields);
    }
}
