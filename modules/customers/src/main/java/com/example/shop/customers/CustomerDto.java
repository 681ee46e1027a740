package com.example.shop.customers;

import io.watertight.api.Versioned;
import org.jspecify.annotations.Nullable;

/**
 * A customer as others see him; his addresses are asked for apart.
 *
 * @param number the natural key
 * @param country where orders go unless they say otherwise
 * @param active whether he may buy
 * @param version counts the changes, those of addresses included
 */
public record CustomerDto(
        String number, @Nullable String name, @Nullable String email, String country, boolean active, long version)
        implements Versioned {}
