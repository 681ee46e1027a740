package com.example.shop.customers;

import io.watertight.api.Problem;

/** There is no customer with this number. */
public final class UnknownCustomer extends Problem {

    private static final long serialVersionUID = 1L;

    public UnknownCustomer(String number) {
        super("unknown-customer", Kind.NOT_FOUND, "There is no customer '%s'.".formatted(number));
    }
}
