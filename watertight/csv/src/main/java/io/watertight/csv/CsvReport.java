package io.watertight.csv;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The result of an import.
 *
 * @param rows the number of rows, without the header
 * @param refused the number of refused rows
 * @param refusals the refused rows in the order of the file; the first {@value #LISTED} at most
 * @param passedOver unknown columns of the file, which were skipped
 */
public record CsvReport(long rows, long refused, List<Refusal> refusals, List<String> passedOver) {

    /** How many refusals are listed at most: enough to correct a file, and bounded for long files. */
    public static final int LISTED = 1_000;

    public CsvReport {
        refusals = List.copyOf(refusals);
        passedOver = List.copyOf(passedOver);
    }

    /**
     * A refused row.
     *
     * @param line the line on which it begins, counted from 1
     * @param key the row's key, abbreviated because a bad file may contain long text there
     */
    public record Refusal(long line, String key, String reason) {}

    static final class Builder {

        private static final int LONGEST_KEY = 40;

        private final List<Refusal> refusals = new ArrayList<>();
        private long rows;
        private long refused;

        void countRow() {
            rows++;
        }

        void refuse(long line, String key, String reason) {
            refused++;
            if (refusals.size() < LISTED) {
                refusals.add(new Refusal(
                        line, key.length() <= LONGEST_KEY ? key : key.substring(0, LONGEST_KEY) + "...", reason));
            }
        }

        CsvReport build(List<String> passedOver) {
            refusals.sort(Comparator.comparingLong(Refusal::line));
            return new CsvReport(rows, refused, refusals, passedOver);
        }
    }
}
