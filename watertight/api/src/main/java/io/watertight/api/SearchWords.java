package io.watertight.api;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The words of a search, {@linkplain CanonicalText#folded folded} like the texts that are searched. A module's migration folds
 * those in the same way, in a generated column.
 *
 * @param words non-empty words of letters and digits only
 */
public record SearchWords(List<String> words) {

    /** Characters of scripts without spaces between words: each is searched as a separate word. */
    private static final String UNSPACED =
            "[\\u0E00-\\u0EFF\\u1000-\\u109F\\u1780-\\u17FF\\u2E80-\\u2FDF\\u3005-\\u30FF"
                    + "\\u31F0-\\u31FF\\u3400-\\u4DBF\\u4E00-\\u9FFF\\uF900-\\uFAFF\\x{20000}-\\x{3FFFF}]";

    /** Letters and digits, and the combining signs of Indic scripts. */
    private static final Pattern WORD =
            Pattern.compile("[\\p{IsAlphabetic}\\p{Nd}\\u0900-\\u0963\\u0966-\\u0DFF\\u0E00-\\u0EFF\\u1000-\\u109F]+");

    private static final Pattern PART = Pattern.compile(UNSPACED + "|(?:(?!" + UNSPACED + ").)+");

    /**
     * @throws IllegalArgumentException if one of them is not a word and would be read as syntax
     */
    public SearchWords {
        words = List.copyOf(words);
        if (!words.stream().allMatch(it -> WORD.matcher(it).matches())) {
            throw new IllegalArgumentException("Not only words: " + words);
        }
    }

    /** {@return the words of a text, separated by anything but letters and digits} */
    public static SearchWords in(String text) {
        return new SearchWords(WORD.matcher(CanonicalText.folded(text))
                .results()
                .map(MatchResult::group)
                .toList());
    }

    /**
     * {@return a query for PostgreSQL's {@code to_tsquery}: every word must begin a word of the text or, in scripts without
     * spaces, occur anywhere. {@code null}, which matches everything, for an empty text; empty, which matches nothing, for a
     * text without words}
     */
    public static @Nullable String toTsQuery(@Nullable String text) {
        return text == null || CanonicalText.of(text).isEmpty()
                ? null
                : in(text).words.stream().map(SearchWords::parts).collect(Collectors.joining(" & "));
    }

    private static String parts(String word) {
        return PART.matcher(word).results().map(it -> "'" + it.group() + "'").collect(Collectors.joining(" <-> "))
                + ":*";
    }
}
