package com.example.shop.catalog.internal;

import com.example.shop.catalog.RequestedLine;
import com.example.shop.catalog.ReservedProductDto;
import com.example.shop.kernel.Money;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of one SKU when an order asked for it.
 *
 * @param name of the product; like the price {@code null} if the catalog has none with this SKU
 */
record ReservationRow(
        String sku,
        long quantity,
        boolean onSale,
        long available,
        @Nullable String name,
        @Nullable Money unitPrice) {

    boolean isUnknown() {
        return name == null;
    }

    boolean isShort() {
        return available < quantity;
    }

    /** Whether the buyer has seen another price. */
    boolean contradicts(RequestedLine line) {
        return line.price() != null && !line.price().isWorth(Objects.requireNonNull(unitPrice));
    }

    ReservedProductDto reserved() {
        return new ReservedProductDto(sku, Objects.requireNonNull(name), Objects.requireNonNull(unitPrice), quantity);
    }
}
