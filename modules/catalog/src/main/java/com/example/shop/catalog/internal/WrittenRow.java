package com.example.shop.catalog.internal;

import com.example.shop.kernel.Money;
import java.util.UUID;
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

    boolean isWritten() {
        return outcome == Outcome.CREATED || outcome == Outcome.CHANGED;
    }

    Change change(UUID importId) {
        State before = nameBefore == null || priceBefore == null ? null : new State(nameBefore, priceBefore);
        return new Change(importId, before == null, before, new State(name, price));
    }

    /** What the audit trail keeps of a product; what was before is {@code null} if it is new. */
    record Change(UUID importId, boolean created, @Nullable State before, State after) {}

    record State(String name, Money price) {}

    enum Outcome {
        CREATED,
        CHANGED,
        UNCHANGED,
        /** It is discontinued here, or by the file alone, so it keeps its name and price. */
        DISCONTINUED,
        FOR_SALE
    }
}
