package com.example.shop.catalog;

import com.example.shop.kernel.Money;
import io.watertight.api.CanonicalText;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A quantity that an order needs.
 *
 * @param quantity units, 1 to 1,000,000
 * @param price of a unit, as the buyer has seen it; {@code null} for the catalog's, whatever it is
 */
public record RequestedLine(
        @NotBlank @Size(max = 40) String sku,
        @Min(1) @Max(MAX_QUANTITY) int quantity,
        @Nullable Money price) {

    public RequestedLine {
        sku = CanonicalText.key(sku);
    }

    public RequestedLine(String sku, int quantity) {
        this(sku, quantity, null);
    }

    /** The most that one line can ask for. */
    public static final int MAX_QUANTITY = 1_000_000;
}
