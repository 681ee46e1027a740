package com.example.shop.customers;

import io.watertight.api.Problem;

/** There is no customer with this number. */
public final class UnknownCustomerException extends Problem {

    public UnknownCustomerException(String number) {
        super("unknown-customer", Kind.NOT_FOUND, "There is no customer '%s'.".formatted(number), number);
    }
}
