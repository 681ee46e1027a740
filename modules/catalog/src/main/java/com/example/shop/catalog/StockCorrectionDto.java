package com.example.shop.catalog;

import java.time.Instant;

/**
 * A correction that was made.
 *
 * @param change units that came (positive) or were missing (negative)
 * @param stock units that could be sold afterwards
 * @param repeated whether it had been made already when it was asked for, and so was not made again
 */
public record StockCorrectionDto(
        String sku, long change, String reason, long stock, Instant correctedAt, boolean repeated) {}
