package com.example.shop.catalog;

import com.example.shop.kernel.Money;

/**
 * What an order holds of one product, with the name and the price at the time of reserving.
 *
 * @param quantity units, summed over all lines with this SKU
 * @param unitPrice of one unit
 */
public record ReservedProductDto(String sku, String name, Money unitPrice, long quantity) {}
