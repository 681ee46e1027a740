package com.example.shop.orders.internal;

import com.example.shop.catalog.RequestedLine;
import com.example.shop.kernel.Money;
import com.example.shop.orders.PlaceOrder;
import io.watertight.api.CanonicalText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An order as it stands in the form that a person is filling in. It exists nowhere else, and none of it is validated: it may
 * be half typed.
 *
 * @param key tells a second click from a second order
 * @param customer a number, or what was typed to find one; empty at first
 * @param deliveryCountry empty for the customer's
 * @param words what to look for in the catalog; empty for nothing
 */
record EntryForm(String key, String customer, String deliveryCountry, String words, List<Line> lines) {

    /**
     * Reads the inputs {@code lines[0].product}, {@code lines[0].quantity}, {@code lines[0].seen}, {@code lines[1].product} ... as
     * far as their numbers have no gap, and does what the buttons {@code choose}, {@code add}, {@code remove} and {@code accept} (the
     * prices that are shown) ask for.
     */
    static EntryForm of(Map<String, String> inputs) {
        List<Line> lines = new ArrayList<>();
        for (int row = 0; inputs.containsKey("lines[%s].product".formatted(row)); row++) {
            if (!String.valueOf(row).equals(inputs.get("remove"))) {
                String at = "lines[%s].".formatted(row);
                String seen = text(inputs, at + (inputs.containsKey("accept") ? "shown" : "seen"));
                lines.add(new Line(canonical(inputs, at + "product"), text(inputs, at + "quantity"), seen, Edit.NONE));
            }
        }
        if (inputs.containsKey("add")) {
            addOneOf(canonical(inputs, "add"), lines);
        }
        String key = text(inputs, "key");
        return new EntryForm(
                key.isEmpty() ? UUID.randomUUID().toString() : key,
                canonical(inputs, inputs.containsKey("choose") ? "choose" : "customer"),
                text(inputs, "deliveryCountry"),
                text(inputs, "words"),
                lines);
    }

    private static String text(Map<String, String> inputs, String name) {
        return inputs.getOrDefault(name, "").strip();
    }

    private static String canonical(Map<String, String> inputs, String name) {
        return CanonicalText.key(text(inputs, name));
    }

    private static void addOneOf(String sku, List<Line> lines) {
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (line.sku().equals(sku)) {
                lines.set(i, new Line(sku, String.valueOf(line.units() + 1), line.seen(), Edit.RAISED));
                return;
            }
        }
        lines.add(new Line(sku, "1", "", Edit.ADDED));
    }

    Set<String> skus() {
        return lines.stream().map(Line::sku).collect(Collectors.toSet());
    }

    PlaceOrder orderBy(String buyer) {
        Stream<RequestedLine> requested = lines.stream().map(it -> new RequestedLine(it.sku(), it.units(), it.price()));
        return new PlaceOrder(buyer, deliveryCountry.isEmpty() ? null : deliveryCountry, requested.toList());
    }

    /**
     * A product, and how much of it.
     *
     * @param quantity as it was typed, unless a button has changed it
     * @param seen the price that the buyer has accepted, by adding the line or by the button, as in {@code 2.55 GBP}; empty at first
     * @param edit what a button has done to the line
     */
    record Line(String sku, String quantity, String seen, Edit edit) {

        private static final Pattern DIGITS = Pattern.compile("\\d{1,9}");

        /** 0 if it is not a number, so that it is refused like any other quantity that is too small. */
        int units() {
            return DIGITS.matcher(quantity).matches() ? Integer.parseInt(quantity) : 0;
        }

        /** What {@link #seen} says; {@code null} if that is no price. */
        @Nullable
        Money price() {
            try {
                int space = seen.indexOf(' ');
                return space < 0 ? null : Money.of(seen.substring(0, space), seen.substring(space + 1));
            } catch (IllegalArgumentException e) {
                return null;
            }
        }

        boolean isPlausible() {
            return units() >= 1 && units() <= RequestedLine.MAX_QUANTITY;
        }
    }

    /** What a button has done to a line, so that the page can follow. */
    enum Edit {
        NONE,
        RAISED,
        ADDED
    }
}
