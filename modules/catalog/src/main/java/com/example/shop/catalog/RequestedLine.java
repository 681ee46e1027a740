package com.example.shop.catalog;

import io.watertight.api.CanonicalText;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * A quantity that an order needs.
 *
 * @param quantity units, 1 to 1,000,000
 */
public record RequestedLine(
        @NotBlank @Size(max = 40) String sku,
        @Min(1) @Max(MAX_QUANTITY) int quantity) {

    public RequestedLine {
        sku = CanonicalText.key(sku);
    }

    /** The most that one line can ask for. */
    public static final int MAX_QUANTITY = 1_000_000;
}
