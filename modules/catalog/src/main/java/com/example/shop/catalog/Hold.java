package com.example.shop.catalog;

/** How long a reservation lasts. */
public enum Hold {
    /** Until it is released or consumed: the caller's order stands or falls with the same transaction. */
    FIRM,
    /** For {@code catalog.reservation-expiry}, unless it is confirmed: the caller stores its order elsewhere, and may fail to. */
    UNTIL_CONFIRMED
}
