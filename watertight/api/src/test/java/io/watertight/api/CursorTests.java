package io.watertight.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTests {

    private static final String LIST = "products/mug/true";

    static Stream<List<String>> keys() {
        return Stream.of(
                List.of("85123A"),
                List.of("2010-12-01T08:26:00Z", "7f8de2a4-0001-4a5b-9d0f-3b1c5a7e9f00"),
                List.of(""),
                List.of("", "", ""),
                List.of("a,b", "c/d", "e|f", "g\nh\ti", " ", "\u001e\u001f\u0001"),
                List.of("ß€漢\uD83C\uDF81", "e\u0301"),
                List.of("x".repeat(60_000)));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void comesBackAsItWasGivenOut(List<String> key) {
        String text = new Cursor(LIST, key).encode();

        assertThat(Cursor.decode(LIST, text, key.size())).isEqualTo(new Cursor(LIST, key));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void canStandInAnAddressAsItIs(List<String> key) {
        assertThat(new Cursor(LIST, key).encode()).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void isRefusedWhenASingleCharacterIsChanged() {
        String text = new Cursor(LIST, List.of("85123A", "22")).encode();

        assertThat(IntStream.range(0, text.length()).boxed().flatMap(at -> withOtherCharacters(text, at)))
                .hasSizeGreaterThan(1_000)
                .allSatisfy(tampered -> assertRefused(LIST, tampered, 2));
    }

    @Test
    void isRefusedWhenACharacterIsLostOrAdded() {
        String text = new Cursor(LIST, List.of("85123A")).encode();

        assertThat(IntStream.range(0, text.length()).mapToObj(at -> text.substring(0, at) + text.substring(at + 1)))
                .allSatisfy(shorter -> assertRefused(LIST, shorter, 1));
        assertThat(IntStream.rangeClosed(0, text.length())
                        .mapToObj(at -> text.substring(0, at) + "A" + text.substring(at)))
                .allSatisfy(longer -> assertRefused(LIST, longer, 1));
    }

    @Test
    void isRefusedWhenItIsCutOff() {
        String text = new Cursor(LIST, List.of("85123A")).encode();

        assertThat(IntStream.range(0, text.length()).mapToObj(end -> text.substring(0, end)))
                .allSatisfy(part -> assertRefused(LIST, part, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"products/mug/false", "products/mug/true ", "products", "", "orders/mug/true"})
    void isRefusedByAnotherList(String otherList) {
        String text = new Cursor(LIST, List.of("85123A")).encode();

        assertRefused(otherList, text, 1);
    }

    @Test
    void isRefusedWhenTheKeyHasAnotherNumberOfParts() {
        String text = new Cursor(LIST, List.of("85123A", "22")).encode();

        assertRefused(LIST, text, 1);
        assertRefused(LIST, text, 3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "A",
                "AAAA",
                "AAAAAAAA",
                "null",
                "not base64!",
                "ä€\uD83C\uDF81",
                "\0",
                "%00",
                "AAAAAAA=",
                "AAAAAA==",
                "../../etc/passwd"
            })
    void refusesWhatItNeverGaveOut(String text) {
        assertRefused(LIST, text, 1);
    }

    @Test
    @Timeout(5)
    void refusesAHugeText() {
        assertRefused(LIST, "A".repeat(10_000_000), 1);
    }

    @Test
    void refusesAKeyThatNoDatabaseGave() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Cursor(LIST, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Cursor(LIST, List.of("a\0b")));
    }

    @Test
    void saysWhichFieldIsWrongAndWhatToDo() {
        assertThatExceptionOfType(InvalidCursorException.class)
                .isThrownBy(() -> Cursor.decode(LIST, "made-up", 1))
                .satisfies(it -> {
                    assertThat(it.type()).isEqualTo("invalid-cursor");
                    assertThat(it.kind()).isEqualTo(Problem.Kind.INVALID);
                    assertThat(it.fields())
                            .containsExactly(new Problem.Field("cursor", "does not belong to this list"));
                    assertThat(it.detail()).contains("'next'");
                });
    }

    private static Stream<String> withOtherCharacters(String text, int at) {
        return "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_+/=. "
                .chars()
                .filter(it -> it != text.charAt(at))
                .mapToObj(it -> text.substring(0, at) + (char) it + text.substring(at + 1));
    }

    private static void assertRefused(String list, String text, int keyParts) {
        assertThatExceptionOfType(InvalidCursorException.class).isThrownBy(() -> Cursor.decode(list, text, keyParts));
    }
}
