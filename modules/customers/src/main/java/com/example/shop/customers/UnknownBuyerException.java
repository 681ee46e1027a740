package com.example.shop.customers;

import io.watertight.api.Problem;

/** The buyer of an order is not a customer. */
public final class UnknownBuyerException extends Problem {

    public UnknownBuyerException(String number) {
        super(
                "unknown-buyer",
                Kind.UNPROCESSABLE,
                "There is no customer '%s'. Register the customer first.".formatted(number),
                new Field("customer", "is unknown"),
                number);
    }
}
