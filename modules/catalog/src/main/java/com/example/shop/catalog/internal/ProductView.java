package com.example.shop.catalog.internal;

import com.example.shop.kernel.Money;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;

/** A product together with its stock, as one row of one statement. */
record ProductView(
        String sku,
        String name,

        @Embedded(onEmpty = OnEmpty.USE_NULL, prefix = "price_")
        Money price,

        long stock,
        boolean discontinued,
        long version) {}
