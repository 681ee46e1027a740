package com.example.shop.catalog.internal;

import com.example.shop.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * What became of a product that stood in a batch.
 *
 * @param nameBefore like the price before {@code null} if it was not changed
 */
record WrittenRow(
        String sku,
        Outcome outcome,
        String name,
        Money price,
        @Nullable String nameBefore,
        @Nullable Money priceBefore) {

    enum Outcome {
        CREATED,
        CHANGED,
        UNCHANGED,
        /** Its sale has ended, so it keeps its name and price. */
        DISCONTINUED
    }
}
