package com.example.shop.orders;

import com.example.shop.kernel.Money;
import io.watertight.api.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order as others see it.
 *
 * @param customer the customer's number
 * @param deliveryCountry as it was typed
 * @param deliveryCountryCode the ISO 3166 code of {@code deliveryCountry}; {@code null} if that names no known country
 * @param placedAt when it was agreed
 * @param closedAt when it was shipped or cancelled
 * @param attention why a clerk should look at it
 * @param lines as they were placed; they never change
 * @param total the sum of the lines, not rounded
 * @param version counts the changes
 */
public record OrderDto(
        UUID id,
        OrderStatus status,
        String customer,
        String deliveryCountry,
        @Nullable String deliveryCountryCode,
        Instant placedAt,
        @Nullable Instant closedAt,
        @Nullable String attention,
        List<OrderLineDto> lines,
        Money total,
        long version)
        implements Versioned {

    public OrderDto {
        lines = List.copyOf(lines);
    }
}
