package com.example.shop.catalog;

import com.example.shop.kernel.Money;
import io.watertight.api.CanonicalText;
import io.watertight.pattern.OneLine;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;

/**
 * A product to add to the catalog.
 *
 * @param sku its natural key, case-sensitive; simple enough for URLs and for reading aloud
 * @param price of one unit, not negative
 * @param stock units on hand
 */
public record NewProduct(
        @NotNull @Pattern(regexp = SKU_PATTERN, message = SKU_MESSAGE)
        String sku,

        @NotBlank @Size(max = MAX_NAME) @OneLine String name,
        @NotNull @PositiveOrZero Money price,
        @PositiveOrZero @Max(MAX_STOCK) long stock) {

    public NewProduct {
        sku = CanonicalText.key(sku);
        name = CanonicalText.of(name);
    }

    static final String SKU_PATTERN = "[A-Za-z0-9](?:[A-Za-z0-9 ._-]{0,38}[A-Za-z0-9._-])?";
    static final String SKU_MESSAGE =
            "must be 1 to 40 letters, digits, spaces, dots, dashes or underscores, and begin with a letter or digit";
    static final int MAX_NAME = 200;

    /** The most units that are counted of one product. */
    public static final long MAX_STOCK = 1_000_000_000;
}
