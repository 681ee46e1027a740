package io.watertight.api;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One form for texts that look alike to a person, however they were typed, pasted or encoded: a letter with its accent is one
 * character or two, a blank may be one that does not break, and what is copied from a page brings marks that nobody sees.
 *
 * <p>A {@code null} stays one, so that it is for the constraints to name what a client has left out.
 */
public final class CanonicalText {

    /** What fits into one line: no line breaks and no control characters. */
    public static final String ONE_LINE = "[^\\p{Cc}\\u2028\\u2029]*";

    /** Says what {@link #ONE_LINE} asks for. */
    public static final String ONE_LINE_MESSAGE = "must not contain line breaks or control characters";

    /** Characters without a shape of their own; not the joiners, by which Persian, Hindi and emoji are spelled. */
    private static final Pattern INVISIBLE = Pattern.compile(
            "[\\u00AD\\u034F\\u061C\\u180E\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u2064\\u2066-\\u206F\\uFEFF]");

    private static final Pattern JOINERS = Pattern.compile("[\\u200C\\u200D\\uFE00-\\uFE0F]");
    private static final Pattern BLANK = Pattern.compile("\\p{Zs}");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern DASH = Pattern.compile("[\\p{Pd}\\u2212]");

    /** Accents, and the vowels that Arabic and Hebrew may leave out. Vowels of Hindi or Thai are letters. */
    private static final Pattern OPTIONAL_MARKS =
            Pattern.compile("[\\u0300-\\u036F\\u0591-\\u05C7\\u0610-\\u061A\\u0640\\u064B-\\u065F\\u0670]");

    private CanonicalText() {}

    /** A text for people, such as a name: its letters in Unicode's composed form, no blanks around it. */
    @SuppressWarnings("NullAway") // A null that a client has sent is handed on to the constraints.
    public static String of(String text) {
        return text == null ? text : visible(Normalizer.normalize(text, Form.NFC));
    }

    /** A text by which something is found, such as a number; small and capital letters remain different. */
    @SuppressWarnings("NullAway") // See above.
    public static String key(String text) {
        if (text == null) {
            return text;
        }
        String visible = visible(without(JOINERS, Normalizer.normalize(text, Form.NFKC)));
        return BLANKS.matcher(DASH.matcher(visible).replaceAll("-")).replaceAll(" ");
    }

    /** What is compared where case and accents do not count, as in a search. Not to be shown to anybody. */
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

    private static String visible(String text) {
        return BLANK.matcher(without(INVISIBLE, text)).replaceAll(" ").strip();
    }

    private static String without(Pattern characters, String text) {
        return characters.matcher(text).replaceAll("");
    }
}
