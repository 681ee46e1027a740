package com.example.shop.orders;

import io.watertight.api.Problem;
import java.util.UUID;

/** There is no order with this id. */
public final class UnknownOrderException extends Problem {

    public UnknownOrderException(UUID id) {
        super("unknown-order", Kind.NOT_FOUND, "There is no order %s.".formatted(id), id);
    }
}
