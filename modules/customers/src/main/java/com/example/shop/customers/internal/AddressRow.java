package com.example.shop.customers.internal;

import com.example.shop.customers.AddressDto;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** An address as it stands in a form, where an absent value is an empty text. */
record AddressRow(String label, String street, String city, String postalCode, String country) {

    /** The most that a form has. */
    static final int MOST = 20;

    static final AddressRow EMPTY = new AddressRow("", "", "", "", "");

    static AddressRow of(AddressDto address) {
        return new AddressRow(
                address.label(),
                address.street(),
                address.city(),
                Objects.requireNonNullElse(address.postalCode(), ""),
                address.country());
    }

    /** {@return the rows in their places, also the empty ones between them} */
    static List<AddressRow> read(Map<String, String> fields, String list) {
        return IntStream.range(0, MOST)
                .mapToObj(row -> "%s[%s].".formatted(list, row))
                .map(path -> new AddressRow(
                        text(fields, path + "label"),
                        text(fields, path + "street"),
                        text(fields, path + "city"),
                        text(fields, path + "postalCode"),
                        text(fields, path + "country")))
                .toList();
    }

    private static String text(Map<String, String> fields, String name) {
        return fields.getOrDefault(name, "").strip();
    }

    AddressDto toAddress() {
        return new AddressDto(label, street, city, postalCode.isEmpty() ? null : postalCode, country);
    }

    boolean isEmpty() {
        return equals(EMPTY);
    }

    /** As one line to read; nothing for an empty row. */
    @Override
    public String toString() {
        String town = joined(" ", postalCode, city);
        String place = joined(", ", street, town, country);
        return joined(": ", label, place);
    }

    private static String joined(String separator, String... parts) {
        return Stream.of(parts).filter(it -> !it.isEmpty()).collect(Collectors.joining(separator));
    }
}
