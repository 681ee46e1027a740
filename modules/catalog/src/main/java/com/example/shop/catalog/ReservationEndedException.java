package com.example.shop.catalog;

import io.watertight.api.Problem;
import java.util.UUID;

/** An order's reservation does not allow what was asked: it has ended, never existed, or is for other quantities. */
public final class ReservationEndedException extends Problem {

    /** @param what what is wrong with it, as in "has expired" */
    public ReservationEndedException(UUID orderId, String what) {
        super(
                "reservation-ended",
                Kind.CONFLICT,
                "The reservation of order %s %s.".formatted(orderId, what),
                orderId,
                what);
    }
}
