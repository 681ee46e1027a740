package com.example.shop.catalog.internal;

/** How far a reservation has come. */
enum ReservationStatus {
    RESERVED("was not confirmed"),
    CONFIRMED("is confirmed"),
    RELEASED("has been released"),
    EXPIRED("has expired"),
    CONSUMED("has been consumed");

    private final String words;

    ReservationStatus(String words) {
        this.words = words;
    }

    /** For a caller whose request does not fit it. */
    String inWords() {
        return words;
    }
}
