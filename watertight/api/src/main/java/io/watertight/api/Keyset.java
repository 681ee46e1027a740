package io.watertight.api;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page that is to be read of a list in the order of a key. It begins behind the key of the page before, however many rows
 * there are before it.
 *
 * @param list the list's name together with whatever selects its items, because a cursor fits that very list only
 * @param cursor where the page before ended; {@code null} for the first page
 * @param limit how many items the page holds, at least 1
 */
public record Keyset(String list, @Nullable String cursor, int limit) {

    /**
     * Reads the page of a list whose key is one text.
     *
     * @param rows up to so many items whose key is greater than the one given, in its order
     * @param key the key of an item, never empty
     * @throws InvalidCursorException if the cursor is not one of this list
     */
    public <T> PageDto<T> read(BiFunction<String, Integer, List<T>> rows, Function<? super T, String> key) {
        return read(List.of(""), (after, most) -> rows.apply(after.getFirst(), most), item -> List.of(key.apply(item)));
    }

    /**
     * Reads the page of a list whose key has several parts.
     *
     * @param start the key before the first item's
     * @param rows up to so many items behind the key, in its order
     * @throws InvalidCursorException if the cursor is not one of this list
     */
    public <T> PageDto<T> read(
            List<String> start,
            BiFunction<List<String>, Integer, List<T>> rows,
            Function<? super T, List<String>> key) {
        List<String> after = cursor == null
                ? start
                : Cursor.decode(list, cursor, start.size()).key();
        return PageDto.of(rows.apply(after, limit + 1), limit, last -> new Cursor(list, key.apply(last)));
    }
}
