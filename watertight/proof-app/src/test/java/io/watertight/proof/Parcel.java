package io.watertight.proof;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A body with a field of each type that an API has. */
record Parcel(
        @Nullable UUID id,
        @Size(max = 10) @Nullable String text,
        @Min(0) @Max(100) int count,
        long weight,
        boolean gift,
        @Nullable Speed speed,
        @PositiveOrZero @Nullable Price price,
        @Nullable Instant at,
        @Nullable LocalDate day,
        @Nullable List<String> tags,
        @Nullable Map<String, String> labels,
        @Nullable List<@NotNull @Valid Line> lines) {

    enum Speed {
        SLOW,
        FAST
    }

    record Line(@NotNull String sku, @Min(1) int quantity) {}
}
