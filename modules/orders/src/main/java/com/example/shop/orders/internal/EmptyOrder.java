package com.example.shop.orders.internal;

import io.watertight.api.Problem;
import java.util.List;

/** The form holds no line yet; to the service that would be just one more field that breaks its constraint. */
final class EmptyOrder extends Problem {

    private static final long serialVersionUID = 1L;

    EmptyOrder() {
        super(
                "invalid-request",
                Kind.INVALID,
                "Add at least one product.",
                List.of(new Field("words", "Add at least one product.")));
    }
}
