package com.example.shop.customers;

import io.watertight.api.CanonicalText;
import io.watertight.api.PageDto;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Which customers to list.
 *
 * @param words every one of them must begin a word of number, name, e-mail address or country; {@code null} for all
 * @param country only those of this country, however it is spelled
 * @param active only those who can, or cannot, order
 * @param limit the size of the page, {@value PageDto#DEFAULT_LIMIT} if left out
 * @param cursor where the previous page ended; {@code null} for the first; another list's is refused ({@code InvalidCursorException})
 */
public record CustomerQuery(
        @Size(max = 200) @Nullable String words,
        @Size(max = 60) @Nullable String country,
        @Nullable Boolean active,
        @Min(1) @Max(PageDto.MAX_LIMIT) Integer limit,
        @Size(max = 500) @Nullable String cursor) {

    public CustomerQuery {
        country = country == null || CanonicalText.of(country).isEmpty() ? null : country;
        limit = limit == null ? PageDto.DEFAULT_LIMIT : limit;
    }

    /** The same list in pages of another size: the one that begins at the cursor, the first for {@code null}. */
    public CustomerQuery page(int size, @Nullable String next) {
        return new CustomerQuery(words, country, active, size, next);
    }
}
