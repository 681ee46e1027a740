package com.example.shop.catalog;

import java.time.Instant;

/**
 * A correction that was made.
 *
 * @param change units that came (positive) or were missing (negative)
 * @param stock units that could be sold afterwards
 */
public record StockCorrectionDto(String sku, long change, String reason, long stock, Instant correctedAt) {}
