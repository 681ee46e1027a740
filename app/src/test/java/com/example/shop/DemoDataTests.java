package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.context.SecurityContextHolder;
import tools.jackson.databind.JsonNode;

@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        classes = ShopApplication.class,
        properties = {"shop.demo-data=true", TestAccounts.LOCAL, TestAccounts.PASSWORDS + "demo.txt"})
@AutoConfigureRestTestClient
@Import({TestAccounts.class, ShopClient.class})
class DemoDataTests {

    @Autowired
    ShopClient shop;

    @Autowired
    List<ApplicationRunner> runners;

    @Test
    void fillsAnEmptyShopOnce() throws Exception {
        JsonNode sales = shop.get("/api/sales/by-country");
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
        assertThat(shop.get("/api/sales/by-country")).isEqualTo(sales);
        assertThat(shop.get("/api/products?inStock=false").get("items")).isNotEmpty();
    }

    private static long orders(JsonNode sales) {
        return sales.get("items")
                .valueStream()
                .mapToLong(it -> it.get("orders").asLong())
                .sum();
    }
}
