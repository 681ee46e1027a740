package com.example.shop.customers;

import io.watertight.api.Problem;

/** The customer is deactivated and cannot order. */
public final class CustomerInactiveException extends Problem {

    public CustomerInactiveException(String number) {
        super(
                "customer-inactive",
                Kind.CONFLICT,
                "Customer '%s' is deactivated and cannot order until a clerk reactivates them.".formatted(number),
                new Field("customer", "is deactivated"),
                number);
    }
}
