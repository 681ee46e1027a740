package com.example.shop.orders.internal;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param zone in which a day or a month of sales begins
 */
@ConfigurationProperties("orders")
record OrdersProperties(@DefaultValue("Europe/London") ZoneId zone) {

    private static final DateTimeFormatter TIMES = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);

    /** How pages write a time, which are in English whatever a browser speaks. */
    DateTimeFormatter times() {
        return TIMES.withZone(zone);
    }
}
