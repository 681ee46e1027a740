package com.example.shop.catalog;

import io.watertight.api.Problem;
import java.util.List;

/** There is less in stock than an order asks for; it names every product that is short, and nothing was reserved. */
public final class InsufficientStockException extends Problem {

    public InsufficientStockException(List<Shortage> shortages, List<Field> fields) {
        super(
                "insufficient-stock",
                Kind.CONFLICT,
                "There is not enough stock of %s. Reduce the quantity, or try again later."
                        .formatted(shortages.size() == 1 ? "one product" : shortages.size() + " products"),
                fields,
                shortages,
                fields);
        extend("short", List.copyOf(shortages));
    }

    /**
     * A product that is short.
     *
     * @param requested units, summed over all lines with this SKU
     * @param available units that could have been reserved
     */
    public record Shortage(String sku, long requested, long available) {}
}
