package com.example.shop.catalog.internal;

import com.example.shop.catalog.InsufficientStockException.Shortage;
import com.example.shop.catalog.ReservedProductDto;
import com.example.shop.kernel.Money;
import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** What became of one SKU when an order asked for it. */
record ReservationRow(
        String sku,
        long quantity,
        boolean known,
        boolean onSale,
        long available,
        boolean granted,
        @Nullable String name,
        @Nullable BigDecimal priceAmount,
        @Nullable String priceCurrency) {

    boolean isDiscontinued() {
        return known && !onSale;
    }

    boolean isShort() {
        return known && onSale && available < quantity;
    }

    Shortage shortage() {
        return new Shortage(sku, quantity, available);
    }

    ReservedProductDto reserved() {
        if (name == null || priceAmount == null || priceCurrency == null) {
            throw new IllegalStateException("Nothing was reserved of the unknown product " + sku);
        }
        return new ReservedProductDto(sku, name, new Money(priceAmount, Currency.getInstance(priceCurrency)), quantity);
    }
}
