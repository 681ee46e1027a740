package com.example.shop.customers.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Two people's changes of one customer's addresses. Addresses have no names by which to know them again: one that is still
 * there word for word is the same; failing that, what stands in its place has been made of it.
 */
record AddressMerge(List<Difference<AddressRow>> rows) {

    /**
     * @param was the rows when the slower one opened the form
     * @param now the addresses that the faster one has left
     * @param typed by the slower one, each in its row
     */
    static AddressMerge of(List<AddressRow> was, List<AddressRow> now, List<AddressRow> typed) {
        List<AddressRow> others = new ArrayList<>(now);
        List<Boolean> same = new ArrayList<>();
        was.forEach(it -> same.add(others.remove(it)));
        List<Difference<AddressRow>> rows = new ArrayList<>();
        for (int row = 0; row < typed.size(); row++) {
            AddressRow before = was.get(row);
            AddressRow became = same.get(row) ? before : inPlaceOf(before, row, now, others);
            rows.add(between(before, became, typed.get(row)));
        }
        others.forEach(it -> rows.add(between(AddressRow.EMPTY, it, AddressRow.EMPTY)));
        return new AddressMerge(rows);
    }

    private static AddressRow inPlaceOf(AddressRow before, int row, List<AddressRow> now, List<AddressRow> others) {
        return !before.isEmpty() && row < now.size() && others.remove(now.get(row)) ? now.get(row) : AddressRow.EMPTY;
    }

    private static Difference<AddressRow> between(AddressRow was, AddressRow now, AddressRow typed) {
        return Difference.between("Address", was, now, typed);
    }

    /** As lines to read, without the rows that never held anything. */
    List<Difference<String>> differences() {
        return rows.stream()
                .filter(it -> Stream.of(it.was(), it.now(), it.merged()).anyMatch(row -> !row.isEmpty()))
                .map(it -> new Difference<>(
                        it.field(),
                        it.was().text(),
                        it.now().text(),
                        it.yours() == null ? null : it.yours().text(),
                        it.contested()))
                .toList();
    }

    /** The rows of the form: also those that the slower one emptied, so that they stay empty. */
    List<AddressEntry> entries() {
        return rows.stream()
                .map(it -> new AddressEntry(it.now(), it.merged()))
                .filter(it -> !it.equals(AddressEntry.EMPTY))
                .toList();
    }
}
