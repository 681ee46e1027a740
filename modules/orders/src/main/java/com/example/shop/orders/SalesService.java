package com.example.shop.orders;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sales figures, from the orders. For staff only; all others get a
 * {@link io.watertight.api.NotPermittedException}. Months and days are those of the shop's time zone.
 */
public interface SalesService {

    /**
     * What was sold to each country, the largest amount first, whatever its currency.
     *
     * @param from orders placed at or after this; {@code null} for all
     * @param until orders placed before this; {@code null} for all
     */
    List<SalesDto> salesByCountry(@Nullable Instant from, @Nullable Instant until);

    /** What was sold in each month, the earliest first. */
    List<SalesDto> salesByMonth(@Nullable Instant from, @Nullable Instant until);

    /**
     * What was sold on each of the latest days, the earliest first; a day without an order is left out.
     *
     * @param days how many, today included
     */
    List<SalesDto> salesByDay(@Min(1) @Max(366) int days);

    /** How many orders are open right now. */
    OpenOrdersDto openOrders();
}
