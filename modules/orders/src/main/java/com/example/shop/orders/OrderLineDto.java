package com.example.shop.orders;

import com.example.shop.kernel.Money;

/**
 * A line as it was placed.
 *
 * @param name of the product at that time
 * @param unitPrice of one unit at that time
 * @param total unit price times quantity, not rounded
 */
public record OrderLineDto(String sku, String name, int quantity, Money unitPrice, Money total) {}
