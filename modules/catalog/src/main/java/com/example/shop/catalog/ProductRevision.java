package com.example.shop.catalog;

import com.example.shop.kernel.Money;
import io.watertight.api.CanonicalText;
import io.watertight.pattern.OneLine;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;

/**
 * The new name and price of a product.
 *
 * @param price of one unit, not negative
 */
public record ProductRevision(
        @NotBlank @Size(max = NewProduct.MAX_NAME) @OneLine String name,
        @NotNull @PositiveOrZero Money price) {

    public ProductRevision {
        name = CanonicalText.of(name);
    }
}
