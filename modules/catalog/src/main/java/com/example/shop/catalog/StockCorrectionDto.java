package com.example.shop.catalog;

import java.time.Instant;

/**
 * A correction that was made.
 *
 * @param change units received (positive) or missing (negative)
 * @param stock units that could be sold afterwards
 * @param repeated whether it had been made before, and so was not made again
 */
public record StockCorrectionDto(
        String sku, long change, String reason, long stock, Instant correctedAt, boolean repeated) {}
