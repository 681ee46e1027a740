package com.example.shop.catalog;

import com.example.shop.kernel.Money;
import java.time.Instant;

/** A price and the time from which it applies, until the next one does. */
public record PriceDto(Money price, Instant since) {}
