package com.example.shop.catalog.internal;

import java.util.Currency;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param currency of the prices in a file that names none
 */
@ConfigurationProperties("catalog")
record CatalogProperties(@DefaultValue("GBP") Currency currency) {}
