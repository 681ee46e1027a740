package com.example.shop.orders;

import io.watertight.api.Problem;

/** The order's value exceeds what can be counted. */
public final class OrderTooLargeException extends Problem {

    public OrderTooLargeException() {
        super(
                "order-too-large",
                Kind.UNPROCESSABLE,
                "The total of the order is too large. Split it.",
                new Field("lines", "exceed the maximum total"));
    }
}
