package com.example.shop.catalog.internal;

import com.example.shop.catalog.NewProduct;

/**
 * A line of a sheet.
 *
 * @param number of the line in the file, from 1
 * @param discontinued whether the sheet says that the sale of the product has ended
 */
record ProductLine(long number, NewProduct product, boolean discontinued) {}
