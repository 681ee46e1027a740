package com.example.shop.customers.internal;

import org.jspecify.annotations.Nullable;

/** A customer as one row, without the addresses. */
record CustomerView(
        String number, @Nullable String name, @Nullable String email, String country, boolean active, long version) {}
