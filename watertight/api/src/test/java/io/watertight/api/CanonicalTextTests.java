package io.watertight.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalTextTests {

    @ParameterizedTest
    @ValueSource(strings = {"T\u00fcr 1", " Tu\u0308r\u00a01\t", "\uFEFFT\u00fcr\u202f1", "T\u00ad\u00fc\u200br 1"})
    void isOneNameForWhatLooksAlike(String text) {
        assertThat(CanonicalText.of(text)).isEqualTo("T\u00fcr 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0645\u06cc\u200c\u0634\u0648\u062f",
                "\u0915\u094d\u200d\u0937",
                "\uD83D\uDC69\u200D\uD83D\uDD27",
                "a  b",
                "a\nb"
            })
    void leavesANameWhatAPersonCanSee(String text) {
        assertThat(CanonicalText.of(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200d", " \ufe0f\u200c ", "\u200b", "\u202e\u2066"})
    void isEmptyWhereNothingCanBeSeen(String text) {
        assertThat(CanonicalText.of(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0645\u06cc\u200c\u0634\u0648\u062f",
                "\u0915\u094d\u200d\u0937",
                "\uD83D\uDC69\u200D\uD83D\uDD27 \u2764\ufe0f",
                "O\u2019Brien-Tu\u0308r",
                "\u6b66\uDB40\uDD00",
                "\uD800\uDF48"
            })
    void allowsEveryLetter(String text) {
        assertThat(text).matches(CanonicalText.ONE_LINE).matches(CanonicalText.PLAIN_TEXT);
        assertThat("a\nb").matches(CanonicalText.PLAIN_TEXT).doesNotMatch(CanonicalText.ONE_LINE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\0", "\t", "\r", "\u001b", "\u007f", "\u0085", "\u200b", "\u200e", "\u2028", "\u2029", "\u202e",
                "\u2066", "\u00ad", "\ufeff", "\u3164", "\u115f", "\ufffb"
            })
    void allowsNoControlsAndNothingThatNobodySees(String character) {
        assertThat("a" + character + "b").doesNotMatch(CanonicalText.ONE_LINE).doesNotMatch(CanonicalText.PLAIN_TEXT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AB-1 x",
                "\uff21\uff22-1\u00a0x",
                "AB\u2011\u200b1  x",
                " AB\u20131\u2003x ",
                "A\u200dB\u22121 x"
            })
    void isOneKeyForWhatLooksAlike(String text) {
        assertThat(CanonicalText.key(text)).isEqualTo("AB-1 x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AB-1 X", "ab-1 x", "AB-1x", "\u0410B-1 x"})
    void isAnotherKeyForWhatDoesNot(String text) {
        assertThat(CanonicalText.key(text)).isNotEqualTo("AB-1 x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISIK", "ısık", "İşık", "IŞIK", "işik"})
    void foldsTheLettersOfTurkish(String text) {
        assertThat(CanonicalText.folded(text)).isEqualTo("isik");
    }
}
