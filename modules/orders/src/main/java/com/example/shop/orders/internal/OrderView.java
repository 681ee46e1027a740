package com.example.shop.orders.internal;

import com.example.shop.kernel.Money;
import com.example.shop.orders.OrderStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order as one row, without its lines. */
record OrderView(
        UUID id,
        OrderStatus status,
        String customer,
        String deliveryCountry,
        Instant placedAt,
        @Nullable Instant closedAt,
        @Nullable String attention,
        int lineCount,
        Money total,
        long version) {}
