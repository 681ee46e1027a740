package com.example.shop.orders;

import com.example.shop.kernel.Money;
import io.watertight.api.Country;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order in a list, without its lines; the components mean what they mean in {@link OrderDto}.
 *
 * @param deliveryCountryCode is worked out from the country if it is left out
 */
public record OrderSummaryDto(
        UUID id,
        OrderStatus status,
        String customer,
        String deliveryCountry,
        @Nullable String deliveryCountryCode,
        Instant placedAt,
        @Nullable Instant closedAt,
        @Nullable String attention,
        int lineCount,
        Money total,
        long version) {

    public OrderSummaryDto {
        deliveryCountryCode = deliveryCountryCode == null ? Country.codeOf(deliveryCountry) : deliveryCountryCode;
    }
}
