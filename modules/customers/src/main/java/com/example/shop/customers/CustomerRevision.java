package com.example.shop.customers;

import io.watertight.api.CanonicalText;
import io.watertight.pattern.OneLine;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What the shop knows about a customer from now on; what is left out is removed. */
public record CustomerRevision(
        @Size(min = 1, max = NewCustomer.MAX_NAME) @OneLine @Nullable
        String name,

        @Email @OneLine @Size(min = 3, max = NewCustomer.MAX_EMAIL) @Nullable
        String email,

        @NotBlank @Size(max = NewCustomer.MAX_COUNTRY) @OneLine
        String country) {

    public CustomerRevision {
        name = name == null ? null : CanonicalText.of(name);
        email = email == null ? null : CanonicalText.of(email);
        country = CanonicalText.of(country);
    }
}
