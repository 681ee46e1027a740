package com.example.shop.orders;

import io.watertight.api.CanonicalText;
import io.watertight.api.PageDto;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which orders to list.
 *
 * @param customer only those of the customer with this number
 * @param status only those with this status
 * @param attention only those that do, or do not, need a clerk
 * @param from only those placed at or after this
 * @param until only those placed before this
 * @param limit the size of the page, {@value PageDto#DEFAULT_LIMIT} if left out
 * @param cursor where the previous page ended; {@code null} for the first; another list's is refused ({@code InvalidCursorException})
 */
public record OrderQuery(
        @Size(max = 40) @Nullable String customer,
        @Nullable OrderStatus status,
        @Nullable Boolean attention,
        @Nullable Instant from,
        @Nullable Instant until,
        @Min(1) @Max(PageDto.MAX_LIMIT) Integer limit,
        @Size(max = 500) @Nullable String cursor) {

    public OrderQuery {
        customer = customer == null || customer.isBlank() ? null : CanonicalText.key(customer);
        limit = limit == null ? PageDto.DEFAULT_LIMIT : limit;
    }

    /** The same list in pages of another size: the one that begins at the cursor, the first for {@code null}. */
    public OrderQuery page(int size, @Nullable String next) {
        return new OrderQuery(customer, status, attention, from, until, size, next);
    }
}
