package com.example.shop.catalog;

import io.watertight.api.PageDto;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Which products to list.
 *
 * @param words every one of them must begin a word of the SKU or the name; {@code null} for all products
 * @param inStock only those that can, or cannot, be sold right now
 * @param discontinued only those whose sale has, or has not, ended
 * @param limit the size of the page, {@value PageDto#DEFAULT_LIMIT} if left out
 * @param cursor where the previous page ended; {@code null} for the first; another list's is refused ({@code InvalidCursorException})
 */
public record ProductQuery(
        @Size(max = 200) @Nullable String words,
        @Nullable Boolean inStock,
        @Nullable Boolean discontinued,
        @Min(1) @Max(PageDto.MAX_LIMIT) Integer limit,
        @Size(max = 500) @Nullable String cursor) {

    public ProductQuery {
        limit = limit == null ? PageDto.DEFAULT_LIMIT : limit;
    }

    /** The same list in pages of another size: the one that begins at the cursor, the first for {@code null}. */
    public ProductQuery page(int size, @Nullable String next) {
        return new ProductQuery(words, inStock, discontinued, size, next);
    }
}
