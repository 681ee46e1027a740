package com.example.shop.customers;

import io.watertight.api.CanonicalText;
import io.watertight.api.Country;
import io.watertight.pattern.OneLine;
import io.watertight.pattern.PlainText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A postal address.
 *
 * @param label what the customer calls it, as in "home"
 * @param street with the number of the house, and further lines
 * @param country as it was typed
 * @param countryCode the ISO 3166 code, always derived from {@code country}; {@code null} if that names no known country
 */
public record AddressDto(
        @NotBlank @OneLine @Size(max = 60) String label,
        @NotBlank @PlainText @Size(max = 300) String street,
        @NotBlank @OneLine @Size(max = 100) String city,
        @OneLine @Size(max = 20) @Nullable String postalCode,
        @NotBlank @OneLine @Size(max = 60) String country,
        @Nullable String countryCode) {

    public AddressDto {
        label = CanonicalText.of(label);
        street = CanonicalText.of(street);
        city = CanonicalText.of(city);
        postalCode = postalCode == null ? null : CanonicalText.of(postalCode);
        country = CanonicalText.of(country);
        countryCode = country == null ? null : Country.codeOf(country);
    }

    /** An address in the country that the text names. */
    public AddressDto(String label, String street, String city, @Nullable String postalCode, String country) {
        this(label, street, city, postalCode, country, null);
    }
}
