package io.watertight.csv;

/** The first line of a file does not name the columns; the message says what it does, as in "lacks price". */
public final class CsvHeaderException extends RuntimeException {

    CsvHeaderException(String message) {
        super(message, null, false, false);
    }
}
