package com.example.shop.catalog.internal;

import com.example.shop.catalog.ReservedProductDto;
import com.example.shop.kernel.Money;
import java.math.BigDecimal;
import java.util.Currency;

/** What an order holds of one product, and how its reservation stands. */
record ReservedItem(
        ReservationStatus status,
        String sku,
        String name,
        long quantity,
        BigDecimal unitPriceAmount,
        String unitPriceCurrency) {

    ReservedProductDto reserved() {
        return new ReservedProductDto(
                sku, name, new Money(unitPriceAmount, Currency.getInstance(unitPriceCurrency)), quantity);
    }
}
