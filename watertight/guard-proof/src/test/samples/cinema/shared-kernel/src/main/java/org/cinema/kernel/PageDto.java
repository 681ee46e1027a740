package org.cinema.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a list. */
public record PageDto<T>(List<T> items, @Nullable String next) {

    public PageDto {
        items = List.copyOf(items);
    }
}
