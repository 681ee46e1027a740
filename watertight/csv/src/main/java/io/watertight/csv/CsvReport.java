package io.watertight.csv;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What became of a file.
 *
 * @param rows that were read, the header not counted
 * @param refused rows that were not taken
 * @param refusals why, in the order of the file; at most {@value #LISTED}, the first
 * @param passedOver the columns that the file has and nobody asked for
 */
public record CsvReport(long rows, long refused, List<Refusal> refusals, List<String> passedOver) {

    /** How many refusals are listed: enough to correct a file with, and bounded however long the file is. */
    public static final int LISTED = 1_000;

    public CsvReport {
        refusals = List.copyOf(refusals);
        passedOver = List.copyOf(passedOver);
    }

    /**
     * A row that was not taken.
     *
     * @param line where it begins in the file, from 1
     * @param key of what it is about; abbreviated, because a bad file may hold a page of text there
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
