package com.example.shop.orders;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * The caller's name for one attempt to order, so that it can be repeated without ordering twice.
 *
 * @param caller who chose the key: two callers may use the same one
 * @param value the caller's choice, for instance a UUID
 */
public record IdempotencyKey(String caller, String value) {

    private static final Pattern VALUE = Pattern.compile("[\\x21-\\x7e]{1,200}");

    /** How long a key is remembered; after that it may be used anew. */
    public static final Duration LIFETIME = Duration.ofDays(7);

    /** @throws MalformedIdempotencyKeyException if the value is not 1 to 200 visible ASCII characters */
    public IdempotencyKey {
        if (!VALUE.matcher(value).matches()) {
            throw new MalformedIdempotencyKeyException();
        }
    }
}
