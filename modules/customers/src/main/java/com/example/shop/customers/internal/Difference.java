package com.example.shop.customers.internal;

/**
 * A field of which two people have made something.
 *
 * @param now what it is now
 * @param yours what the one who came later has typed
 */
record Difference(String field, String now, String yours) {}
