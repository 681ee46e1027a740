package com.example.shop.catalog.internal;

import com.example.shop.kernel.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the audit trail keeps of a product that an import has changed.
 *
 * @param before {@code null} if it is new
 */
record ImportedProduct(
        UUID importId, boolean created, @Nullable State before, State after) {

    record State(String name, Money price) {}
}
