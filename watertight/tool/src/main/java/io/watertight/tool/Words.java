package io.watertight.tool;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A name in all the forms in which code spells it.
 *
 * @param parts its words, in lower case
 */
record Words(List<String> parts) {

    /** A unit begins with none, an hour does. */
    private static final Pattern VOWEL =
            Pattern.compile("(?!u(?:ni|[bcfhjkqrst][aeiou])|eu|one)[aeiou]|h(?:our|eir|onou?r|onest)");

    /** Reads {@code paintBrush}, {@code PaintBrush}, {@code paint-brush}, {@code paint_brush} and {@code PAINT_BRUSH} alike. */
    static Words of(String name) {
        String parted = name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").replaceAll("([A-Z])([A-Z][a-z])", "$1-$2");
        return new Words(Arrays.stream(parted.split("[-_. ]+"))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .toList());
    }

    /** {@code PaintBrush} */
    String pascal() {
        return parts.stream().map(Words::capitalized).collect(Collectors.joining());
    }

    /** {@code paintBrush} */
    String camel() {
        String pascal = pascal();
        return pascal.substring(0, 1).toLowerCase(Locale.ROOT) + pascal.substring(1);
    }

    /** {@code paint-brush} */
    String kebab() {
        return String.join("-", parts);
    }

    /** {@code paint_brush} */
    String snake() {
        return String.join("_", parts);
    }

    /** {@code PAINT_BRUSH} */
    String upperSnake() {
        return snake().toUpperCase(Locale.ROOT);
    }

    /** {@code paintbrush}, as packages are spelt */
    String joined() {
        return String.join("", parts);
    }

    /** {@code Order Line}, as a title */
    String title() {
        return parts.stream().map(Words::capitalized).collect(Collectors.joining(" "));
    }

    /** {@code Order line}, as a label */
    String label() {
        return capitalized(spaced());
    }

    /** {@code order line}, within a sentence */
    String spaced() {
        return String.join(" ", parts);
    }

    /** More than one of them; what is irregular has to be spelt out by whoever names it. */
    Words plural() {
        String last = parts.get(parts.size() - 1);
        String plural = pluralOf(last);
        List<String> words = new ArrayList<>(parts);
        words.set(words.size() - 1, plural);
        return new Words(List.copyOf(words));
    }

    private static String pluralOf(String word) {
        if (word.endsWith("ies")) {
            return word;
        }
        if (word.endsWith("y") && word.length() > 1 && "aeiou".indexOf(word.charAt(word.length() - 2)) < 0) {
            return word.substring(0, word.length() - 1) + "ies";
        }
        boolean hisses = List.of("s", "x", "z", "ch", "sh").stream().anyMatch(word::endsWith);
        return word + (hisses ? "es" : "s");
    }

    /** The article that goes before it, by how it sounds. */
    String article() {
        return VOWEL.matcher(parts.get(0)).lookingAt() ? "an" : "a";
    }

    private static String capitalized(String word) {
        return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
