package com.example.shop.catalog;

import com.example.shop.kernel.Money;
import java.time.Instant;

/** A price and since when it holds, until the next one begins. */
public record PriceDto(Money price, Instant since) {}
