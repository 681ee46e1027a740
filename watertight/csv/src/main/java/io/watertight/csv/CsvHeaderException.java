package io.watertight.csv;

/** The first line of a file does not name the required columns; the message completes a sentence, such as "lacks price". */
public final class CsvHeaderException extends RuntimeException {

    CsvHeaderException(String message) {
        super(message, null, false, false);
    }
}
