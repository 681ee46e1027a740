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

    /** Completes a sentence that begins with "The reservation". */
    String inWords() {
        return words;
    }
}
