package com.example.shop.customers.internal;

import com.example.shop.customers.AddressDto;
import io.watertight.api.Problem;
import io.watertight.api.Problem.Field;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The form of a customer's addresses: a row for each and two to add. Rows that hold nothing are left out; so what is wrong
 * has to be said here, where it is known in which row an address stands.
 */
@Component
class AddressForm {

    private static final int MOST = 20;
    private static final int TO_ADD = 2;

    private final Validator validator;

    AddressForm(Validator validator) {
        this.validator = validator;
    }

    /** {@return the rows as they were typed, also the empty ones between them} */
    List<AddressRow> typed(Map<String, String> fields) {
        return read(fields, "addresses");
    }

    /** {@return the rows as they were when the form was opened, in the same places} */
    List<AddressRow> was(Map<String, String> fields) {
        return read(fields, "was");
    }

    private static List<AddressRow> read(Map<String, String> fields, String list) {
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

    /**
     * @throws InvalidAddressesException if one of them is not complete; it names the rows
     */
    List<AddressDto> addresses(List<AddressRow> rows) {
        List<AddressDto> addresses = new ArrayList<>();
        List<Field> faults = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            if (!rows.get(row).isEmpty()) {
                AddressDto address = rows.get(row).toAddress();
                String place = "addresses[%s].".formatted(row);
                validator.validate(address).stream()
                        .map(it -> new Field(place + it.getPropertyPath(), it.getMessage()))
                        .forEach(faults::add);
                addresses.add(address);
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidAddressesException(faults);
        }
        return addresses;
    }

    /** {@return the rows to show: what there is, and room for more} */
    List<AddressEntry> entries(List<AddressEntry> filled) {
        return Stream.concat(
                        filled.stream(),
                        Stream.generate(() -> AddressEntry.EMPTY).limit(TO_ADD))
                .limit(MOST)
                .toList();
    }

    /** An address that was typed is not complete. */
    static final class InvalidAddressesException extends Problem {

        InvalidAddressesException(List<Field> fields) {
            super(
                    "invalid-request",
                    Kind.INVALID,
                    "An address is not complete. Empty all fields of a row to leave it out.",
                    fields);
        }
    }
}
