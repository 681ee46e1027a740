package io.watertight.benchmarks.replay;

import java.math.BigDecimal;

/** A product that the shop must have before the first order: list price in GBP, and the pieces that the year will sell. */
record PlannedProduct(String sku, String name, BigDecimal price, long stock) {}
