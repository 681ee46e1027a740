package com.example.shop;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;

/** The shop: all modules in one process, unless {@code watertight.modules} names those that run in this one. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Modulithic(
        systemName = "Shop",
        sharedModules = {"kernel", "remote"})
public class ShopApplication {

    public static void main(String[] args) {
        SpringApplication.run(ShopApplication.class, args);
    }
}
