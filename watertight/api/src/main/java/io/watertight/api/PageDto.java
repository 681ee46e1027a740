package io.watertight.api;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list with keyset pagination: items that are added or removed in the meantime neither shift nor repeat the rest.
 *
 * @param items in the list's order, at most as many as requested
 * @param next the cursor of the following page, or {@code null} on the last one
 */
public record PageDto<T>(List<T> items, @Nullable String next) {

    /** How many items a page holds if nobody says. */
    public static final int DEFAULT_LIMIT = 50;

    /** How many items a page holds at most. */
    public static final int MAX_LIMIT = 500;

    public PageDto {
        items = List.copyOf(items);
    }

    /**
     * Creates a page from rows that were read with a limit of one more than the page holds; the extra row shows whether there
     * is a next page, without counting.
     *
     * @param rows at most {@code limit + 1}
     * @param limit how many items the page holds, at least 1
     * @param cursor makes the cursor that continues after a row
     */
    public static <R> PageDto<R> of(List<R> rows, int limit, Function<? super R, Cursor> cursor) {
        if (limit < 1 || rows.size() > limit + 1L) {
            throw new IllegalArgumentException(
                    "%s rows are too many for a page of %s and one more".formatted(rows.size(), limit));
        }
        if (rows.size() <= limit) {
            return new PageDto<>(rows, null);
        }
        return new PageDto<>(
                rows.subList(0, limit), cursor.apply(rows.get(limit - 1)).encode());
    }

    /**
     * All items of a list, read page by page as they are asked for.
     *
     * @param page reads the page at a cursor, {@code null} for the first
     */
    public static <T> Stream<T> walk(Function<@Nullable String, PageDto<T>> page) {
        return Stream.iterate(
                        page.apply(null), Objects::nonNull, it -> it.next() == null ? null : page.apply(it.next()))
                .flatMap(it -> it.items().stream());
    }

    /** {@return the same page with each item mapped} */
    public <R> PageDto<R> map(Function<? super T, ? extends R> mapping) {
        return new PageDto<>(items.stream().<R>map(mapping).toList(), next);
    }
}
