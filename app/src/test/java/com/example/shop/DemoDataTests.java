package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.security.core.context.SecurityContextHolder;
import tools.jackson.databind.JsonNode;

@DemoShopTest
class DemoDataTests {

    /** Other tests order in the same shop, today. */
    private static final String SALES = "/api/sales/by-country?until=2012-01-01T00:00:00Z";

    @Autowired
    ShopClient shop;

    @Autowired
    List<ApplicationRunner> runners;

    @Test
    void fillsAnEmptyShopOnce() throws Exception {
        JsonNode sales = shop.get(SALES);
        assertThat(sales.get("items")).hasSizeGreaterThanOrEqualTo(10);
        assertThat(orders(sales)).isEqualTo(300);
        SystemAuthentication.begin();
        try {
            for (ApplicationRunner runner : runners) {
                runner.run(new DefaultApplicationArguments());
            }
        } finally {
            SecurityContextHolder.clearContext();
        }
        assertThat(shop.get(SALES)).isEqualTo(sales);
        assertThat(shop.get("/api/products?inStock=false").get("items")).isNotEmpty();
    }

    private static long orders(JsonNode sales) {
        return sales.get("items")
                .valueStream()
                .mapToLong(it -> it.get("orders").asLong())
                .sum();
    }
}
