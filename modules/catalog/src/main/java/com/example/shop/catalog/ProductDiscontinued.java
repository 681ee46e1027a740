package com.example.shop.catalog;

import java.time.Instant;

/**
 * The sale of a product has ended permanently; orders that have already reserved it may still be shipped.
 *
 * @param version of the product since then
 */
public record ProductDiscontinued(String sku, String name, Instant discontinuedAt, long version) {}
