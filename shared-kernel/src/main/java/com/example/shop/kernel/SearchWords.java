package com.example.shop.kernel;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The words that a person typed into a search field.
 *
 * @param words letters (with their accents) and digits only, none of them empty
 */
public record SearchWords(List<String> words) {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}]*");

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
    public static SearchWords in(@Nullable String text) {
        return new SearchWords(
                text == null
                        ? List.of()
                        : WORD.matcher(text).results().map(MatchResult::group).toList());
    }

    /**
     * Every word must begin a word of the text: in the syntax of PostgreSQL's {@code to_tsquery}, or {@code null} without
     * a word.
     */
    public @Nullable String toTsQuery() {
        return words.isEmpty()
                ? null
                : words.stream().map(it -> "'" + it + "':*").collect(Collectors.joining(" & "));
    }
}
