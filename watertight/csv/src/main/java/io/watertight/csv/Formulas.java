package io.watertight.csv;

import java.util.regex.Pattern;

/**
 * Prevents text from becoming a formula. A spreadsheet treats text that begins with {@code =}, {@code +}, {@code -}, {@code @},
 * a tab or a line break as a formula, which may send the content elsewhere. An export puts an apostrophe before such text, and
 * an import removes it. Text that already begins with apostrophes and such a character gets one more, so that an import
 * restores the original.
 *
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">OWASP: CSV Injection</a>
 */
final class Formulas {

    /** East Asian spreadsheets treat the full-width forms like the ASCII characters. */
    private static final String FORMULA = "[=+\\-@\\t\\r\\n\uFF1D\uFF0B\uFF0D\uFF20]";

    private static final Pattern HARMFUL = Pattern.compile("^'*" + FORMULA);
    private static final Pattern GUARDED = Pattern.compile("^'+" + FORMULA);

    private Formulas() {}

    static String harmless(String text) {
        if (text.isEmpty() || Character.isLetterOrDigit(text.charAt(0))) {
            return text; // nearly all of an export, of which the expression takes a tenth of the time
        }
        return HARMFUL.matcher(text).find() ? "'" + text : text;
    }

    static String plain(String text) {
        return GUARDED.matcher(text).find() ? text.substring(1) : text;
    }
}
