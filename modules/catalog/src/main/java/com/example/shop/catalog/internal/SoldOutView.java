package com.example.shop.catalog.internal;

/**
 * A product for sale that is out of stock.
 *
 * @param total how many such products there are, on every row the same
 */
record SoldOutView(String sku, String name, long total) {}
