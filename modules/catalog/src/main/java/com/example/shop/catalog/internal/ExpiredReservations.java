package com.example.shop.catalog.internal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives back what was reserved for orders that never came to be. Several instances may do so at once: each takes rows
 * that no other holds.
 */
@Component
class ExpiredReservations {

    private static final Logger LOG = LoggerFactory.getLogger(ExpiredReservations.class);
    private static final int BATCH = 1_000;

    private final StockLedger stock;

    ExpiredReservations(StockLedger stock) {
        this.stock = stock;
    }

    @Scheduled(
            fixedDelayString = "${catalog.reservation-sweep:1m}",
            initialDelayString = "${catalog.reservation-sweep:1m}")
    @Transactional
    void giveBack() {
        int expired = stock.expire(BATCH);
        if (expired > 0) {
            LOG.info("{} reservations expired unconfirmed; their stock can be sold again", expired);
        }
    }
}
