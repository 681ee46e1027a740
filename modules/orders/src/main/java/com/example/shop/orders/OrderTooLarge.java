package com.example.shop.orders;

import io.watertight.api.Problem;
import java.util.List;

/** The order's value exceeds what can be counted. */
public final class OrderTooLarge extends Problem {

    private static final long serialVersionUID = 1L;

    public OrderTooLarge() {
        super(
                "order-too-large",
                Kind.UNPROCESSABLE,
                "The total of the order is too large. Split it.",
                List.of(new Field("lines", "add up to too much")));
    }
}
