package io.watertight.api;

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
        assertThat(SearchWords.toTsQuery("red  mug")).isEqualTo("'red':* & 'mug':*");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
        don't,                don|t
        ''';--,
        a & b | !c <-> (d:*), a|b|c|d
        back\\slash,          back|slash
        %_*,
        85123A-2,             85123a|2
        ЁЖ 漢字 straße,        еж|漢字|strasse
        “lamp”·cup、fan,       lamp|cup|fan
        हिन्दी किताब,            हिन्दी|किताब
        """)
    void areLettersAndDigitsOnly(String text, @Nullable String words) {
        assertThat(SearchWords.in(text).words()).isEqualTo(words == null ? List.of() : List.of(words.split("\\|")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0mug\0", "\uD83C\uDF81mug\uFE0F\uD83C\uDF81\uFE0F", "\uD800mug\uDC00", "\nmug\u001f"})
    void arePartedByCharactersThatAreNone(String text) {
        assertThat(SearchWords.toTsQuery(text)).startsWith("'mug").endsWith(":*");
        assertThat(SearchWords.in(text).words()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"cafe\u0301", "caf\u00e9", "CAF\u00c9", "cafe", "ca\u00adfe\u200b", "\uff23\uff21\uff26\uff25"})
    void areTheSameHoweverTheyWereTyped(String text) {
        assertThat(SearchWords.toTsQuery(text)).isEqualTo("'cafe':*");
    }

    @Test
    void standAnywhereInScriptsWithoutBlanks() {
        assertThat(SearchWords.toTsQuery("T漢字")).isEqualTo("'t' <-> '漢' <-> '字':*");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "\u00a0", "\u200b"})
    void makeNoQueryWhereNothingWasTyped(@Nullable String text) {
        assertThat(SearchWords.toTsQuery(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"'", "\0", "!?", "%", "_", "*", "\uD83C\uDF81\uFE0F"})
    void findNothingWhereThereAreNone(String text) {
        assertThat(SearchWords.toTsQuery(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two words", "a'b", "a:*", "a\\", "\0"})
    void cannotBeMadeOfSyntax(String word) {
        assertThatIllegalArgumentException().isThrownBy(() -> new SearchWords(List.of("mug", word)));
    }
}
