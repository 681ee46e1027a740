package com.example.shop.orders;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;

/**
 * The caller's name for one attempt to order, so that it can be repeated without ordering twice.
 *
 * @param caller who says so: two callers may use the same key
 * @param value the caller's choice, for instance a UUID
 */
public record IdempotencyKey(
        @NotBlank @Size(max = 200) String caller,

        @NotBlank @Pattern(regexp = PATTERN, message = "must be 1 to 200 visible ASCII characters")
        String value) {

    /** What a key may consist of: 1 to 200 visible ASCII characters. */
    public static final String PATTERN = "[\\x21-\\x7e]{1,200}";

    /** How long a key is remembered; after that it may be used anew. */
    public static final Duration LIFETIME = Duration.ofDays(7);
}
