package com.example.shop.orders.internal;

import java.time.Duration;
import java.time.ZoneId;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param zone in which a day or a month of sales begins
 * @param placingTime after which an order that is placed in steps is undone; well below the time for which catalog reserves
 * @param patience how long a repetition waits for the attempt before it; in that time this process takes no other order of its products
 */
@Validated
@ConfigurationProperties("orders")
record OrdersProperties(
        @DefaultValue("Europe/London") ZoneId zone,
        @DefaultValue("30s") @DurationMin(seconds = 1) Duration placingTime,
        @DefaultValue("1s") Duration patience) {}
