package com.example.shop.customers.internal;

import com.example.shop.customers.CustomerDto;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The form that changes a customer, where an absent value is an empty text. */
record CustomerEdit(String name, String email, String country) {

    static CustomerEdit of(@Nullable String name, @Nullable String email, @Nullable String country) {
        return new CustomerEdit(orEmpty(name), orEmpty(email), orEmpty(country));
    }

    static CustomerEdit of(CustomerDto customer) {
        return of(customer.name(), customer.email(), customer.country());
    }

    private static String orEmpty(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
