package io.watertight.csv;

/** The first line of a file does not name the columns; the message says what it does, as in "lacks price". */
public final class CsvHeaderException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CsvHeaderException(String message) {
        super(message, null, false, false);
    }
}
