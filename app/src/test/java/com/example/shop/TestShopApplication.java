package com.example.shop;

import com.example.testsupport.DevelopmentDatabase;
import org.springframework.boot.SpringApplication;

/** The shop with a database of its own and demo data: what {@code ./mvnw spring-boot:test-run} starts. */
class TestShopApplication {

    public static void main(String[] args) {
        System.setProperty("shop.demo-data", System.getProperty("shop.demo-data", "true"));
        SpringApplication.from(ShopApplication::main)
                .with(DevelopmentDatabase.class)
                .run(args);
    }
}
