package com.example.shop;

import com.example.shop.customers.CustomerDeactivated;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.modulith.events.ApplicationModuleListener;

/** A listener that fails for the customers of a test until the test fixes it. */
class FailingListener {

    static final String REASON = "The mail server does not answer";

    private final Set<String> customers = ConcurrentHashMap.newKeySet();

    void over(String customer) {
        customers.add(customer);
    }

    void noMore() {
        customers.clear();
    }

    @ApplicationModuleListener(id = "app.say-good-bye")
    void on(CustomerDeactivated event) {
        if (customers.contains(event.number())) {
            throw new IllegalStateException(REASON);
        }
    }
}
