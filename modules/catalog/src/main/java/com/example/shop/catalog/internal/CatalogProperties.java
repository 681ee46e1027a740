package com.example.shop.catalog.internal;

import java.time.Duration;
import java.util.Currency;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param currency of the prices in a file that names none
 * @param reservationExpiry how long stock is reserved without a confirmation; set it well above the time that placing an order may
 *     take
 */
@ConfigurationProperties("catalog")
record CatalogProperties(
        @DefaultValue("GBP") Currency currency,
        @DefaultValue("15m") Duration reservationExpiry) {

    CatalogProperties {
        if (reservationExpiry.toSeconds() < 1) {
            throw new IllegalArgumentException("catalog.reservation-expiry must be at least a second");
        }
    }
}
