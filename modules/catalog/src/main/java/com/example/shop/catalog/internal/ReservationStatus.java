package com.example.shop.catalog.internal;

/** How far a reservation has come, with words for a caller whom it disappoints. */
enum ReservationStatus {
    /** Holds the goods for a while. */
    RESERVED("was not confirmed"),
    /** Holds the goods until they leave or are given back. */
    CONFIRMED("is confirmed"),
    /** The goods were given back. */
    RELEASED("has been released"),
    /** Nobody confirmed it in time, and the goods were given back. */
    EXPIRED("has expired"),
    /** The goods have left. */
    CONSUMED("has been consumed");

    private final String words;

    ReservationStatus(String words) {
        this.words = words;
    }

    String inWords() {
        return words;
    }

    boolean isAlive() {
        return this == RESERVED || this == CONFIRMED;
    }
}
