package com.example.shop.catalog.internal;

import com.example.shop.kernel.Money;
import java.time.Instant;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;

/** One entry of a product's price history. */
record PriceView(
        @Embedded(onEmpty = OnEmpty.USE_NULL, prefix = "price_")
        Money price,

        Instant since) {}
