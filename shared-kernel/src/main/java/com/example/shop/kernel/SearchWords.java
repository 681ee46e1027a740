package com.example.shop.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The words that a person typed into a search field.
 *
 * @param words letters and digits only, none of them empty
 */
public record SearchWords(List<String> words) {

    public SearchWords {
        words = List.copyOf(words);
    }

    /** Whatever is neither letter nor digit parts the words. */
    public static SearchWords in(@Nullable String text) {
        return new SearchWords(
                text == null
                        ? List.of()
                        : Arrays.stream(text.split("[^\\p{L}\\p{N}]+"))
                                .filter(it -> !it.isEmpty())
                                .toList());
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
