package com.example.shop.customers.internal;

import io.watertight.pattern.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Merges two people's changes to one customer's addresses. An address has no key: if it is still there word for word it is the
 * same one; otherwise the one in its place is taken for its new version.
 */
final class AddressMerge {

    private static final int TO_ADD = 2;

    private AddressMerge() {}

    /**
     * @param was the rows when this person opened the form
     * @param now the addresses as the other person has saved them
     * @param typed by this person, each in its row
     */
    static List<Difference<AddressRow>> of(List<AddressRow> was, List<AddressRow> now, List<AddressRow> typed) {
        List<AddressRow> others = new ArrayList<>(now);
        List<Boolean> same = was.stream().map(others::remove).toList();
        List<Difference<AddressRow>> rows = new ArrayList<>();
        for (int row = 0; row < typed.size(); row++) {
            AddressRow before = was.get(row);
            AddressRow became = same.get(row) ? before : inPlaceOf(before, row, now, others);
            rows.add(between(before, became, typed.get(row)));
        }
        others.forEach(it -> rows.add(between(AddressRow.EMPTY, it, AddressRow.EMPTY)));
        return rows;
    }

    private static AddressRow inPlaceOf(AddressRow before, int row, List<AddressRow> now, List<AddressRow> others) {
        return !before.isEmpty() && row < now.size() && others.remove(now.get(row)) ? now.get(row) : AddressRow.EMPTY;
    }

    private static Difference<AddressRow> between(AddressRow was, AddressRow now, AddressRow typed) {
        return Difference.between("Address", was, now, typed);
    }

    /** The differences to read, without the rows that never held anything. */
    static List<Difference<String>> differences(List<Difference<AddressRow>> rows) {
        return rows.stream()
                .filter(it -> !AddressRow.EMPTY.equals(it.was())
                        || !it.now().isEmpty()
                        || !it.merged().isEmpty())
                .map(it -> new Difference<>(
                        it.field(),
                        String.valueOf(it.was()),
                        it.now().toString(),
                        it.yours() == null ? null : it.yours().toString(),
                        it.contested()))
                .toList();
    }

    /** The rows of the form, with two to add; also those that this person emptied, so that they stay empty. */
    static List<Difference<AddressRow>> form(List<Difference<AddressRow>> rows) {
        Difference<AddressRow> empty = between(AddressRow.EMPTY, AddressRow.EMPTY, AddressRow.EMPTY);
        return Stream.concat(
                        rows.stream()
                                .filter(it ->
                                        !it.now().isEmpty() || !it.merged().isEmpty()),
                        Stream.generate(() -> empty).limit(TO_ADD))
                .limit(AddressRow.MOST)
                .toList();
    }
}
