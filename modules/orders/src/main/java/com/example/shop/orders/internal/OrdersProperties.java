package com.example.shop.orders.internal;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param zone in which a day or a month of sales begins
 */
@ConfigurationProperties("orders")
record OrdersProperties(@DefaultValue("Europe/London") ZoneId zone) {}
