package com.example.shop.catalog;

import io.watertight.api.CanonicalText;
import io.watertight.pattern.OneLine;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * A correction of the stock.
 *
 * @param change units received (positive) or missing (negative)
 * @param reason why the stock is corrected, such as "stocktaking" or "delivery 4711"
 */
public record StockChange(
        @Min(-NewProduct.MAX_STOCK) @Max(NewProduct.MAX_STOCK)
        long change,

        @NotBlank @OneLine @Size(max = 200) String reason) {

    public StockChange {
        reason = CanonicalText.of(reason);
    }
}
