package com.example.shop.customers;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What is to be known of a customer from now on; what is left out is forgotten. */
public record CustomerRevision(
        @Size(min = 1, max = NewCustomer.MAX_NAME) @Nullable String name,

        @Email @Size(min = 3, max = NewCustomer.MAX_EMAIL) @Nullable
        String email,

        @NotBlank @Size(max = NewCustomer.MAX_COUNTRY) String country) {}
