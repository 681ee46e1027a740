package com.example.shop.customers.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.Table;

/** Where a customer can be reached; part of the customer, never on its own. */
@Table(schema = "customers")
record Address(
        String label, String street, String city, @Nullable String postalCode, String country) {}
