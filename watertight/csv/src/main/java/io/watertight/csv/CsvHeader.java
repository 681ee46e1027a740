package io.watertight.csv;

import io.watertight.api.CanonicalText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The columns as the first line of a file names them, in any order. */
class CsvHeader {

    private static final int LONGEST_NAME = 40;

    private final Map<String, Integer> positions = new HashMap<>();
    private final List<String> passedOver = new ArrayList<>();
    private final int width;
    private final List<Boolean> named = new ArrayList<>();

    /**
     * @throws CsvHeaderException if a required column is missing or a known one appears twice
     */
    CsvHeader(List<String> names, CsvColumns columns) {
        for (String text : names) {
            String name = CanonicalText.folded(text);
            if (columns.contains(name) && positions.put(name, named.size()) != null) {
                throw new CsvHeaderException(columns, "names the column '%s' twice".formatted(name));
            }
            if (!columns.contains(name) && !name.isEmpty()) {
                passedOver.add(abbreviated(CanonicalText.of(text)));
            }
            named.add(!name.isEmpty());
        }
        if (!columns.missingIn(positions.keySet()).isEmpty()) {
            throw new CsvHeaderException(columns, "lacks " + String.join(", ", columns.missingIn(positions.keySet())));
        }
        width = named.lastIndexOf(true) + 1;
    }

    /** {@return how many known columns the line names; used to detect the separator} */
    static long known(List<String> names, CsvColumns columns) {
        return names.stream()
                .map(CanonicalText::folded)
                .filter(columns::contains)
                .count();
    }

    /** {@return the number of columns, up to the last one with a name} */
    int width() {
        return width;
    }

    List<String> passedOver() {
        return passedOver;
    }

    /** {@return the field; empty if the file has no such column} */
    String field(List<String> fields, String column) {
        Integer position = positions.get(column);
        return position == null || position >= fields.size() ? "" : fields.get(position);
    }

    /** {@return why the fields do not match the columns, or an empty text; values without a column are not allowed} */
    String mismatch(List<String> fields) {
        int filled = fields.size();
        while (filled > width && fields.get(filled - 1).isBlank()) {
            filled--;
        }
        if (filled != width) {
            return "has %s fields instead of %s".formatted(filled, width);
        }
        for (int i = 0; i < width; i++) {
            if (!named.get(i) && !fields.get(i).isBlank()) {
                return "has a value in column %s, which has no name".formatted(i + 1);
            }
        }
        return "";
    }

    boolean hasOneLineIn(List<String> fields) {
        return positions.values().stream().allMatch(it -> fields.get(it).indexOf('\n') < 0);
    }

    boolean isTextIn(List<String> fields) {
        return positions.values().stream().map(fields::get).allMatch(CsvHeader::isText);
    }

    private static boolean isText(String field) {
        return field.indexOf('\0') < 0 && field.indexOf('\uFFFD') < 0;
    }

    private static String abbreviated(String name) {
        String printable = name.replaceAll("\\p{Cc}", "\uFFFD");
        return printable.length() <= LONGEST_NAME ? printable : printable.substring(0, LONGEST_NAME) + "...";
    }
}
