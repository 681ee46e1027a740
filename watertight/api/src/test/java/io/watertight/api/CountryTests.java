package io.watertight.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountryTests {

    @ParameterizedTest
    @CsvSource({
        "IE, EIRE",
        "IE, ireland",
        "IE, IRL",
        "ZA, RSA",
        "US, USA",
        "US, U.S.A.",
        "US, the United States",
        "GB, UK",
        "GB, United\u00a0Kingdom",
        "DE, GERMANY",
        "DE, Deutschland",
        "DE, de",
        "CZ, Czech Republic",
        "CZ, Czechia",
        "TR, Turkiye",
        "TR, Turkey",
        "CI, Cote d'Ivoire",
        "CI, Côte d’Ivoire",
        "BA, Bosnia and Herzegovina",
        "LC, Saint Lucia",
        "HK, Hong Kong",
        "ES, Espan\u0303a",
        "NL, The Netherlands"
    })
    void isOneHoweverItIsSpelled(String code, String text) {
        assertThat(Country.codeOf(text)).isEqualTo(code);
        assertThat(Country.isSame(text, code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Channel Islands",
                "European Community",
                "Unspecified",
                "Atlantis",
                "",
                "?",
                "12",
                "Germany, France"
            })
    void isNoneThatIsKnown(String text) {
        assertThat(Country.codeOf(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"atlantis, Atlantis, true", "Atlantis, Lemuria, false", "12, 13, false", "?, !, false"})
    void isComparedByItsLettersWhereItIsNotKnown(String one, String other, boolean same) {
        assertThat(Country.isSame(one, other)).isEqualTo(same);
    }
}
