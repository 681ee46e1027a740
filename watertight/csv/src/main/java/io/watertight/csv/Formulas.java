package io.watertight.csv;

import java.util.regex.Pattern;

/**
 * Free text in a sheet. What begins with {@code =}, {@code +}, {@code -}, {@code @}, a tab or the end of a line is a formula
 * to a spreadsheet, which may send the sheet's content elsewhere; so an apostrophe is put before it, as a person at a
 * spreadsheet would, and taken away when the sheet comes back. Text that begins with apostrophes and such a character gets
 * one more, so that none is missing when it comes back.
 *
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">OWASP: CSV Injection</a>
 */
final class Formulas {

    /** Spreadsheets of East Asia take the wide forms for the narrow ones. */
    private static final String FORMULA = "[=+\\-@\\t\\r\\n\uFF1D\uFF0B\uFF0D\uFF20]";

    private static final Pattern HARMFUL = Pattern.compile("^'*" + FORMULA);
    private static final Pattern GUARDED = Pattern.compile("^'+" + FORMULA);

    private Formulas() {}

    static String harmless(String text) {
        return HARMFUL.matcher(text).find() ? "'" + text : text;
    }

    static String plain(String text) {
        return GUARDED.matcher(text).find() ? text.substring(1) : text;
    }
}
