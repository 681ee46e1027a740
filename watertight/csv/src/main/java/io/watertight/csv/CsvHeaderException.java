package io.watertight.csv;

import io.watertight.api.Problem;

/** The first line of a file does not name the required columns. */
public final class CsvHeaderException extends Problem {

    /**
     * @param what what is wrong with the line, such as "lacks price"
     */
    CsvHeaderException(CsvColumns columns, String what) {
        super(
                "invalid-sheet",
                Kind.INVALID,
                "The first line must name the columns %s. In this file it %s."
                        .formatted(String.join(", ", columns.required()), what),
                new Field("header", what));
    }
}
