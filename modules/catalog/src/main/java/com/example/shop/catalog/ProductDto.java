package com.example.shop.catalog;

import com.example.shop.kernel.Money;
import io.watertight.api.Versioned;

/**
 * A product as others see it.
 *
 * @param sku its natural key, case-sensitive
 * @param price of one unit
 * @param stock how many units can still be sold: those on hand less those that orders have reserved
 * @param discontinued whether its sale has ended
 * @param version counts the changes of name, price and sale; movements of stock are not counted
 */
public record ProductDto(String sku, String name, Money price, long stock, boolean discontinued, long version)
        implements Versioned {}
