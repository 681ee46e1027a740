package com.example.shop.customers;

import io.watertight.api.CanonicalText;
import io.watertight.pattern.OneLine;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A customer to register.
 *
 * @param number the natural key, case-sensitive; simple enough for URLs and for reading aloud
 * @param country where orders go unless they say otherwise
 */
public record NewCustomer(
        @NotNull @Pattern(regexp = NUMBER_PATTERN, message = NUMBER_MESSAGE)
        String number,

        @Size(min = 1, max = MAX_NAME) @OneLine @Nullable String name,

        @Email @OneLine @Size(min = 3, max = MAX_EMAIL) @Nullable
        String email,

        @NotBlank @Size(max = MAX_COUNTRY) @OneLine String country) {

    public NewCustomer {
        number = CanonicalText.key(number);
        name = name == null ? null : CanonicalText.of(name);
        email = email == null ? null : CanonicalText.of(email);
        country = CanonicalText.of(country);
    }

    static final String NUMBER_PATTERN = "[A-Za-z0-9][A-Za-z0-9._-]{0,39}";
    static final String NUMBER_MESSAGE =
            "must be 1 to 40 letters, digits, dots, dashes or underscores, and begin with a letter or digit";
    static final int MAX_NAME = 200;
    static final int MAX_EMAIL = 254;
    static final int MAX_COUNTRY = 60;
}
