package com.example.shop.catalog;

import io.watertight.api.Problem;
import java.util.UUID;

/** What is asked of an order's reservation no longer fits: it has ended, never was, or is for other quantities. */
public final class ReservationEnded extends Problem {

    private static final long serialVersionUID = 1L;

    /**
     * @param what what is the matter with it, as in "has expired"
     */
    public ReservationEnded(UUID orderId, String what) {
        super("reservation-ended", Kind.CONFLICT, "The reservation of order %s %s.".formatted(orderId, what));
    }
}
