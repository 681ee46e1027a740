package com.example.shop.catalog.internal;

import com.example.shop.catalog.internal.ImportedProduct.State;
import com.example.shop.kernel.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a product that stood in a batch; what it was before is {@code null} if it was not changed.
 *
 * @param discontinued whether it was left alone because its sale has ended
 */
record WrittenRow(
        String sku,
        boolean created,
        boolean changed,
        boolean discontinued,
        String name,
        BigDecimal amount,
        String currency,
        @Nullable String nameBefore,
        @Nullable BigDecimal amountBefore,
        @Nullable String currencyBefore) {

    boolean isNews() {
        return created || changed;
    }

    ImportedProduct in(UUID importId) {
        State before = nameBefore == null || amountBefore == null || currencyBefore == null
                ? null
                : state(nameBefore, amountBefore, currencyBefore);
        return new ImportedProduct(importId, created, before, state(name, amount, currency));
    }

    private static State state(String name, BigDecimal amount, String currency) {
        return new State(name, new Money(amount, Currency.getInstance(currency)));
    }
}
