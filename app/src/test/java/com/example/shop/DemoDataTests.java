package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.security.SystemAuthentication;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.security.core.context.SecurityContextHolder;
import tools.jackson.databind.JsonNode;

/** What {@code modules/demo/} puts into an empty shop. */
@DemoShopTest
class DemoDataTests {

    @Autowired
    ShopClient shop;

    @Autowired
    List<ApplicationRunner> runners;

    @Test
    void fillsAnEmptyShopOnce() throws Exception {
        // Other tests order in the same shop.
        Instant latest = Instant.parse(
                shop.get("/api/orders?customer=15694").at("/items/0/placedAt").asString());
        // Moved by whole weeks, when the shop started.
        assertThat(latest).isBetween(Instant.now().minus(Period.ofDays(8)), Instant.now());
        String demo = "/api/sales/by-country?until=" + latest.plusSeconds(1);
        JsonNode sales = shop.get(demo);
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
        assertThat(shop.get(demo)).isEqualTo(sales);
        assertThat(shop.get("/api/products?inStock=false").get("items")).isNotEmpty();
    }

    private static long orders(JsonNode sales) {
        return sales.get("items")
                .valueStream()
                .mapToLong(it -> it.get("orders").asLong())
                .sum();
    }
}
