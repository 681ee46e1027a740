package io.watertight.csv;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The columns that a file may have, by lower-case name.
 *
 * @param required the columns without which the file cannot be read
 */
public record CsvColumns(List<String> required, List<String> optional) {

    public CsvColumns {
        required = List.copyOf(required);
        optional = List.copyOf(optional);
    }

    boolean contains(String name) {
        return required.contains(name) || optional.contains(name);
    }

    Set<String> missingIn(Set<String> names) {
        Set<String> missing = new TreeSet<>(required);
        missing.removeAll(names);
        return missing;
    }
}
