package com.example.shop.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchWordsTests {

    @Test
    void becomeAQueryForTextsInWhichEachOfThemBeginsAWord() {
        assertThat(SearchWords.in("red  mug").toTsQuery()).isEqualTo("'red':* & 'mug':*");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
                    don't,                don|t
                    ''';--,
                    a & b | !c <-> (d:*), a|b|c|d
                    back\\slash,          back|slash
                    %_*,
                    85123A-2,             85123A|2
                    ЁЖ 漢字 straße,        ЁЖ|漢字|straße
                    """)
    void areLettersAndDigitsOnly(String text, @Nullable String words) {
        assertThat(SearchWords.in(text).words()).isEqualTo(words == null ? List.of() : List.of(words.split("\\|")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0mug\0", "\uD83C\uDF81mug\uFE0F\uD83C\uDF81\uFE0F", "\uD800mug\uDC00", "\nmug\u001f"})
    void arePartedByCharactersThatAreNone(String text) {
        assertThat(SearchWords.in(text).toTsQuery()).startsWith("'mug").endsWith(":*");
        assertThat(SearchWords.in(text).words()).hasSize(1);
    }

    @Test
    void keepTheirAccents() {
        assertThat(SearchWords.in("cafe\u0301 caf\u00e9").words()).containsExactly("cafe\u0301", "caf\u00e9");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "'", "\0", "!?", "\uD83C\uDF81\uFE0F"})
    void makeNoQueryWhereThereAreNone(@Nullable String text) {
        assertThat(SearchWords.in(text).toTsQuery()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two words", "a'b", "a:*", "a\\", "\0"})
    void cannotBeMadeOfSyntax(String word) {
        assertThatIllegalArgumentException().isThrownBy(() -> new SearchWords(List.of("mug", word)));
    }
}
