package com.example.shop.customers.internal;

import com.example.shop.customers.AddressDto;
import io.watertight.pattern.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/**
 * Merges two people's changes to one customer's addresses. An address has no key: if it is still there unchanged, it is the
 * same one; otherwise the one in its position is taken for its new version.
 */
final class AddressMerge {

    /** As many rows as a form has, unless two people have filled more between them. */
    private static final int MOST = 20;

    /** A row that holds nothing. */
    private static final AddressDto EMPTY = new AddressDto("", "", "", null, "");

    private AddressMerge() {}

    /** The rows of a form in their places; {@code null} for those that hold nothing. */
    static List<@Nullable AddressDto> rows(@Nullable List<@Nullable AddressDto> typed) {
        return Objects.requireNonNullElse(typed, List.<@Nullable AddressDto>of()).stream()
                .<@Nullable AddressDto>map(it -> text(it).isEmpty() ? null : it)
                .toList();
    }

    /**
     * @param was the rows when this person opened the form, as many as are typed
     * @param now the addresses as the other person has saved them
     * @param typed by this person, each in its row
     */
    static List<Difference<AddressDto>> of(
            List<? extends @Nullable AddressDto> was,
            List<AddressDto> now,
            List<? extends @Nullable AddressDto> typed) {
        List<AddressDto> others = new ArrayList<>(now);
        List<Boolean> same = was.stream().map(others::remove).toList();
        List<Difference<AddressDto>> rows = new ArrayList<>();
        for (int row = 0; row < typed.size(); row++) {
            AddressDto before = Objects.requireNonNullElse(row < was.size() ? was.get(row) : null, EMPTY);
            AddressDto became = row < was.size() && same.get(row) ? before : inPlaceOf(before, row, now, others);
            rows.add(between(before, became, Objects.requireNonNullElse(typed.get(row), EMPTY)));
        }
        others.forEach(it -> rows.add(between(EMPTY, it, EMPTY)));
        return rows;
    }

    private static AddressDto inPlaceOf(AddressDto before, int row, List<AddressDto> now, List<AddressDto> others) {
        return !before.equals(EMPTY) && row < now.size() && others.remove(now.get(row)) ? now.get(row) : EMPTY;
    }

    private static Difference<AddressDto> between(AddressDto was, AddressDto now, AddressDto typed) {
        return Difference.between("Address", was, now, typed);
    }

    /** The differences to read, without the rows that never held anything. */
    static List<Difference<String>> differences(List<Difference<AddressDto>> rows) {
        return rows.stream()
                .filter(it -> !EMPTY.equals(it.was()) || holdsSomething(it))
                .map(it -> new Difference<>(
                        it.field(),
                        text(it.was()),
                        text(it.now()),
                        it.yours() == null ? null : text(it.yours()),
                        it.contested()))
                .toList();
    }

    /** The rows of the form, with two to add; also those that this person emptied, so that they stay empty. */
    static List<Difference<AddressDto>> form(List<Difference<AddressDto>> rows) {
        List<Difference<AddressDto>> filled =
                rows.stream().filter(AddressMerge::holdsSomething).toList();
        return Stream.concat(
                        filled.stream(),
                        Stream.generate(() -> between(EMPTY, EMPTY, EMPTY)).limit(2))
                .limit(Math.max(MOST, filled.size()))
                .toList();
    }

    private static boolean holdsSomething(Difference<AddressDto> row) {
        return !row.now().equals(EMPTY) || !row.merged().equals(EMPTY);
    }

    /** As one line to read; nothing for an empty row. */
    private static String text(@Nullable AddressDto address) {
        AddressDto it = Objects.requireNonNullElse(address, EMPTY);
        String town = joined(" ", it.postalCode(), it.city());
        return joined(": ", it.label(), joined(", ", it.street(), town, it.country()));
    }

    private static String joined(String separator, @Nullable String... parts) {
        return Stream.of(parts).filter(StringUtils::hasText).collect(Collectors.joining(separator));
    }
}
