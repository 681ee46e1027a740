package com.example.shop.customers;

import io.watertight.api.CanonicalText;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What is to be known of a customer from now on; what is left out is forgotten. */
public record CustomerRevision(
        @Size(min = 1, max = NewCustomer.MAX_NAME)
        @Pattern(regexp = CanonicalText.ONE_LINE, message = CanonicalText.ONE_LINE_MESSAGE)
        @Nullable
        String name,

        @Email @Size(min = 3, max = NewCustomer.MAX_EMAIL) @Nullable
        String email,

        @NotBlank
        @Size(max = NewCustomer.MAX_COUNTRY)
        @Pattern(regexp = CanonicalText.ONE_LINE, message = CanonicalText.ONE_LINE_MESSAGE)
        String country) {

    public CustomerRevision {
        name = name == null ? null : CanonicalText.of(name);
        email = email == null ? null : CanonicalText.of(email);
        country = CanonicalText.of(country);
    }
}
