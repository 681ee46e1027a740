package com.example.shop.customers.internal;

import com.example.shop.customers.AddressDto;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An address as it stands in a form, where nothing is an empty text. */
record AddressRow(String label, String street, String city, String postalCode, String country) {

    static final AddressRow EMPTY = new AddressRow("", "", "", "", "");

    static AddressRow of(AddressDto address) {
        return new AddressRow(
                address.label(),
                address.street(),
                address.city(),
                Objects.requireNonNullElse(address.postalCode(), ""),
                address.country());
    }

    AddressDto toAddress() {
        return new AddressDto(label, street, city, postalCode.isEmpty() ? null : postalCode, country);
    }

    boolean isEmpty() {
        return equals(EMPTY);
    }

    /** As one line to read; nothing for an empty row. */
    String text() {
        String town = Stream.of(postalCode, city).filter(it -> !it.isEmpty()).collect(Collectors.joining(" "));
        String place =
                Stream.of(street, town, country).filter(it -> !it.isEmpty()).collect(Collectors.joining(", "));
        return label.isEmpty() ? place : label + ": " + place;
    }
}
