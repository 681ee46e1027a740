package com.example.shop.customers;

import io.watertight.api.Problem;

/** The customer was deactivated and may not buy. */
public final class CustomerInactiveException extends Problem {

    public CustomerInactiveException(String number) {
        super(
                "customer-inactive",
                Kind.CONFLICT,
                "Customer '%s' was deactivated and may not buy until staff reactivate them.".formatted(number),
                new Field("customer", "is inactive"),
                number);
    }
}
