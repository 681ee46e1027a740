package com.example.shop.orders.internal;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets a test do as the module does: in a transaction, with the module's database role, on the test's own thread. */
@Component
class AsOrders {

    @Transactional
    void run(Runnable work) {
        work.run();
    }
}
