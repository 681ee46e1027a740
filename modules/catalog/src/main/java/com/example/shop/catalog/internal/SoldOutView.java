package com.example.shop.catalog.internal;

/**
 * A product that is on sale and cannot be had.
 *
 * @param total how many such products there are, on every row the same
 */
record SoldOutView(String sku, String name, long total) {}
