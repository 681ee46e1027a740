package io.watertight.api;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Gives texts that look the same to a person the same form, however they were typed, pasted or encoded: accented letters may be
 * one character or two, spaces may be non-breaking, and copied text may contain invisible characters.
 *
 * <p>{@code null} stays {@code null}, so that the constraints can report what a client has left out.
 */
public final class CanonicalText {

    private static final String INVISIBLE_CHARACTERS =
            "\\u00AD\\u034F\\u061C\\u180E\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u2064\\u2066-\\u206F\\uFEFF";

    /** These, line separators, annotations, and letters that are blank; not the joiners and variation selectors. */
    private static final String UNSEEN =
            INVISIBLE_CHARACTERS + "\\u2028\\u2029\\u115F\\u1160\\u3164\\uFFA0\\uFFF0-\\uFFFB";

    /** A regular expression for text in one line: no line breaks, no control characters and nothing invisible but joiners. */
    public static final String ONE_LINE = "[^\\u0000-\\u001F\\u007F-\\u009F" + UNSEEN + "]*";

    /** The message for text that does not match {@link #ONE_LINE}. */
    public static final String ONE_LINE_MESSAGE =
            "must not contain line breaks, control characters or invisible characters";

    /** A regular expression for text in any number of lines: line feeds, and otherwise as {@link #ONE_LINE}. */
    public static final String PLAIN_TEXT = "[^\\u0000-\\u0009\\u000B-\\u001F\\u007F-\\u009F" + UNSEEN + "]*";

    /** The message for text that does not match {@link #PLAIN_TEXT}. */
    public static final String PLAIN_TEXT_MESSAGE = "must not contain control characters or invisible characters";

    /** Invisible characters, except the joiners, which Persian, Hindi and emoji need. */
    private static final Pattern INVISIBLE = Pattern.compile("[" + INVISIBLE_CHARACTERS + "]");

    private static final Pattern JOINERS = Pattern.compile("[\\u200C\\u200D\\uFE00-\\uFE0F]");
    private static final Pattern BLANK = Pattern.compile("[\\p{Zs}\\t]");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern DASH = Pattern.compile("[\\p{Pd}\\u2212]");

    /** Accents, and the vowels that are optional in Arabic and Hebrew; vowels in Hindi or Thai are letters. */
    private static final Pattern OPTIONAL_MARKS =
            Pattern.compile("[\\u0300-\\u036F\\u0591-\\u05C7\\u0610-\\u061A\\u0640\\u064B-\\u065F\\u0670]");

    private CanonicalText() {}

    /** {@return a text for people, such as a name, in Unicode's composed form, without surrounding spaces, tabs as spaces, line breaks as line feeds} */
    @SuppressWarnings("NullAway") // The constraints report a null that a client has sent.
    public static String of(String text) {
        return text == null
                ? text
                : visible(Normalizer.normalize(text, Form.NFC))
                        .replace("\r\n", "\n")
                        .replace('\r', '\n');
    }

    /** {@return a text that identifies something, such as a number; case-sensitive} */
    @SuppressWarnings("NullAway") // See above.
    public static String key(String text) {
        if (text == null) {
            return text;
        }
        String visible = visible(without(JOINERS, Normalizer.normalize(text, Form.NFKC)));
        return BLANKS.matcher(DASH.matcher(visible).replaceAll("-")).replaceAll(" ");
    }

    /** {@return the text without case and accents, for searches; not for display} */
    public static String folded(String text) {
        String capital = Normalizer.normalize(text, Form.NFKD).toUpperCase(Locale.ROOT);
        String plain = without(JOINERS, without(OPTIONAL_MARKS, capital.toLowerCase(Locale.ROOT)))
                .replace('ς', 'σ')
                .replace('ø', 'o')
                .replace('ł', 'l')
                .replace('đ', 'd')
                .replace("æ", "ae")
                .replace("œ", "oe");
        return visible(Normalizer.normalize(plain, Form.NFKC));
    }

    /** A text of joiners alone is invisible, too, and becomes empty. */
    private static String visible(String text) {
        String visible = BLANK.matcher(without(INVISIBLE, text)).replaceAll(" ").strip();
        return without(JOINERS, visible).isBlank() ? "" : visible;
    }

    private static String without(Pattern characters, String text) {
        return characters.matcher(text).replaceAll("");
    }
}
