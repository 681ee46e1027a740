package io.watertight.api;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The words that a person typed into a search field, {@linkplain CanonicalText#folded folded} as the texts are among which
 * they are looked for. A module's migration folds those in the same way, in a generated column.
 *
 * @param words letters and digits only, none of them empty
 */
public record SearchWords(List<String> words) {

    /** Signs of scripts that write no blanks between words: each of them is looked for as a word of its own. */
    private static final String UNSPACED =
            "[\\u0E00-\\u0EFF\\u1000-\\u109F\\u1780-\\u17FF\\u2E80-\\u2FDF\\u3005-\\u30FF"
                    + "\\u31F0-\\u31FF\\u3400-\\u4DBF\\u4E00-\\u9FFF\\uF900-\\uFAFF\\x{20000}-\\x{3FFFF}]";

    /** Letters and digits, and what the scripts of India write above, below and between them. */
    private static final Pattern WORD =
            Pattern.compile("[\\p{IsAlphabetic}\\p{Nd}\\u0900-\\u0963\\u0966-\\u0DFF\\u0E00-\\u0EFF\\u1000-\\u109F]+");

    private static final Pattern PART = Pattern.compile(UNSPACED + "|(?:(?!" + UNSPACED + ").)+");

    /**
     * @throws IllegalArgumentException if one of them is no word, and would be read as syntax
     */
    public SearchWords {
        words = List.copyOf(words);
        if (!words.stream().allMatch(it -> WORD.matcher(it).matches())) {
            throw new IllegalArgumentException("Not only words: " + words);
        }
    }

    /** Whatever is neither letter nor digit parts the words. */
    public static SearchWords in(String text) {
        return new SearchWords(WORD.matcher(CanonicalText.folded(text))
                .results()
                .map(MatchResult::group)
                .toList());
    }

    /**
     * A query in the syntax of PostgreSQL's {@code to_tsquery}, to which every word must begin a word of the text; in scripts
     * without blanks it may stand anywhere. It is {@code null}, for everything, if nothing was typed, and empty, for nothing,
     * if what was typed holds no word.
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
