package com.example.shop.catalog.internal;

import com.example.shop.catalog.NewProduct;

/**
 * A line of a file of products.
 *
 * @param discontinued whether the file says that the sale of the product has ended
 */
record ProductLine(NewProduct product, boolean discontinued) {}
