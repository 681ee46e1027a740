package com.example.shop.catalog;

import io.watertight.api.Problem;
import java.util.List;

/** A file of products cannot be read at all, because its first line does not name the columns. */
public final class InvalidFileException extends Problem {

    /**
     * @param what what is wrong with the first line
     */
    public InvalidFileException(String what) {
        super(
                "invalid-sheet",
                Kind.INVALID,
                "The first line must name the columns sku, name, price and stock, and may name currency; here it %s."
                        .formatted(what),
                List.of(new Field("header", what)),
                what);
    }
}
