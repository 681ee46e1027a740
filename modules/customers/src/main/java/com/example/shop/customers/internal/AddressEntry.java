package com.example.shop.customers.internal;

/**
 * A row of the form of addresses.
 *
 * @param was what is stored
 * @param row what the inputs hold
 */
record AddressEntry(AddressRow was, AddressRow row) {

    static final AddressEntry EMPTY = new AddressEntry(AddressRow.EMPTY, AddressRow.EMPTY);

    static AddressEntry of(AddressRow stored) {
        return new AddressEntry(stored, stored);
    }
}
