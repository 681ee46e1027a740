package com.example.shop.customers;

import io.watertight.api.Country;
import io.watertight.api.Versioned;
import org.jspecify.annotations.Nullable;

/**
 * A customer as others see them; addresses are asked for separately.
 *
 * @param number the natural key
 * @param country where orders go unless they say otherwise, as it was typed
 * @param countryCode the ISO 3166 code, such as {@code IE}, always derived from {@code country}; {@code null} if that names no
 *     known country
 * @param active whether they can order
 * @param version counts the changes, those of addresses included
 */
public record CustomerDto(
        String number,
        @Nullable String name,
        @Nullable String email,
        String country,
        @Nullable String countryCode,
        boolean active,
        long version)
        implements Versioned {

    public CustomerDto {
        countryCode = Country.codeOf(country);
    }
}
