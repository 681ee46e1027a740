package com.example.shop.orders.internal;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the sums of sales up to date; until it has run, {@link SalesRepository} adds what is missing from them. */
@Component
class SalesCounting implements ApplicationRunner {

    private static final int AT_ONCE = 10_000;

    private final SalesRepository sales;
    private final String zone;

    SalesCounting(SalesRepository sales, OrdersProperties properties) {
        this.sales = sales;
        this.zone = properties.zone().getId();
    }

    /** Days begin at other times in another zone, so their sums are made anew. */
    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        sales.liftTimeouts();
        if (sales.changeZone(zone)) {
            sales.clear();
        }
    }

    @Scheduled(fixedDelayString = "2s")
    @Transactional
    void count() {
        sales.count(zone, AT_ONCE);
    }
}
