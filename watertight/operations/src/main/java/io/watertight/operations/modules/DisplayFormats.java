package io.watertight.operations.modules;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Formats numbers for people. */
final class DisplayFormats {

    private static final long STEP = 1024;

    private DisplayFormats() {}

    static String count(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    /** {@return {@code 1 call}, or {@code 2 calls}} */
    static String count(long number, String singular, String plural) {
        return count(number) + ' ' + (number == 1 ? singular : plural);
    }

    static String milliseconds(@Nullable Double duration) {
        return duration == null
                ? "-"
                : String.format(Locale.ENGLISH, duration < 10 ? "%,.1f ms" : "%,.0f ms", duration);
    }

    static String bytes(long size) {
        return size < STEP * STEP
                ? count(size / STEP) + " kB"
                : size < STEP * STEP * STEP
                        ? String.format(Locale.ENGLISH, "%,.1f MB", (double) size / (STEP * STEP))
                        : String.format(Locale.ENGLISH, "%,.1f GB", (double) size / (STEP * STEP * STEP));
    }
}
