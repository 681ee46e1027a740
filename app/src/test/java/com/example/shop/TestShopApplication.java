package com.example.shop;

import io.watertight.testing.DevelopmentDatabase;
import io.watertight.testing.processes.DevelopmentProcesses;
import java.util.List;
import org.springframework.boot.SpringApplication;

/**
 * The shop with a database and data of its own, and verified modules: what {@code spring-boot:test-run} starts. With
 * {@code -Dsplit}, it starts the processes of compose.split.yml.
 */
class TestShopApplication {

    public static void main(String[] args) {
        if (StartNotice.SPLIT) {
            new DevelopmentProcesses(
                            ShopApplication.class, "compose.split.yml", "docker/nginx/split.conf", TestBroker::address)
                    .run(StartNotice.class, args);
            return;
        }
        // sample
        byDefault("shop.demo-data", "true");
        // /sample
        byDefault("watertight.accounts.local", "true");
        // In production the tests have verified the modules already.
        byDefault("spring.modulith.runtime.verification-enabled", "true");
        // Of libraries, nobody who has just started needs more than warnings.
        byDefault("spring.main.banner-mode", "off");
        byDefault("logging.level.root", "warn");
        for (String told :
                List.of(ShopApplication.class.getPackageName(), "io.watertight", "org.springframework.modulith")) {
            byDefault("logging.level." + told, "info");
        }
        SpringApplication.from(ShopApplication::main)
                .with(DevelopmentDatabase.class, StartNotice.class)
                .run(args);
    }

    private static void byDefault(String property, String value) {
        System.setProperty(property, System.getProperty(property, value));
    }
}
