package com.example.shop.catalog.internal;

import java.time.Duration;
import java.util.Currency;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param currency of the prices in a file that names none
 * @param reservationExpiry how long stock is reserved without a confirmation; well above the time that placing an order may take
 */
@Validated
@ConfigurationProperties("catalog")
record CatalogProperties(
        @DefaultValue("GBP") Currency currency,
        @DefaultValue("15m") @DurationMin(seconds = 1) Duration reservationExpiry) {}
