package com.example.shop.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTests {

    private static final Currency GBP = Currency.getInstance("GBP");

    @ParameterizedTest
    @ValueSource(strings = {"2.55", "2.50", "2", "0.085", "0.0001", "0", "0.00", "-3.10", "999999999999999.9999"})
    void keepsTheDigitsItCameWith(String amount) {
        assertThat(Money.of(amount, "GBP").amount().toString()).isEqualTo(amount);
    }

    @ParameterizedTest
    @CsvSource({"1E+3, 1000", "12E1, 120", "-5E+2, -500", "1E+14, 100000000000000"})
    void writesOutAnExponentInPlainDigits(String amount, String plain) {
        Money money = Money.of(amount, "GBP");

        assertThat(money.amount().scale()).isZero();
        assertThat(money).hasToString(plain + " GBP");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E+15", "-1E+15", "1000000000000000", "1E+1000000000", "9E+2147483647", "0E+1000000000"})
    @Timeout(1)
    void refusesWhatIsTooLargeWithoutWritingItOut(String amount) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.of(amount, "GBP"))
                .withMessage("must be less than 10^15");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.00001", "2.55000", "1E-5", "1E-1000000000", "9E-2147483647"})
    @Timeout(1)
    void refusesMoreThanFourDecimalsWithoutWritingThemOut(String amount) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.of(amount, "GBP"))
                .withMessage("must have at most 4 decimals");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "2,55", "£2.55", "NaN", "Infinity", "0x10", "1E+99999999999"})
    void refusesAnAmountThatIsNotANumber(String amount) {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.of(amount, "GBP"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gbp", "GB", "POUND", "ZZZ"})
    void refusesACurrencyThatDoesNotExist(String currency) {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.of("2.55", currency));
    }

    @Test
    void addsWithoutRounding() {
        assertThat(Money.of("0.085", "GBP").plus(Money.of("2.50", "GBP"))).isEqualTo(Money.of("2.585", "GBP"));
        assertThat(Money.of("0", "GBP").plus(Money.of("2.50", "GBP"))).isEqualTo(Money.of("2.50", "GBP"));
    }

    @Test
    void doesNotAddAnotherCurrency() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.of("2.55", "GBP").plus(Money.of("2.55", "EUR")))
                .withMessage("cannot add EUR to GBP");
    }

    @Test
    void multipliesWithoutRounding() {
        assertThat(Money.of("0.085", "GBP").times(80_995)).isEqualTo(Money.of("6884.575", "GBP"));
        assertThat(Money.of("0.10", "GBP").times(0)).isEqualTo(Money.of("0.00", "GBP"));
    }

    @Test
    void doesNotOverflowSilently() {
        Money largest = Money.of("999999999999999.9999", "GBP");

        assertThatIllegalArgumentException().isThrownBy(() -> largest.plus(Money.of("0.0001", "GBP")));
        assertThatIllegalArgumentException().isThrownBy(() -> largest.times(Integer.MAX_VALUE));
    }

    @Test
    void tellsApartWhatDiffersInDigitsOrCurrencyOnly() {
        assertThat(Money.of("2.50", "GBP")).isNotEqualTo(Money.of("2.5", "GBP"));
        assertThat(Money.of("2.50", "GBP")).isNotEqualTo(Money.of("2.50", "EUR"));
        assertThat(Money.of("2.50", "GBP")).isEqualTo(new Money(new BigDecimal("2.50"), GBP));
    }

    @Test
    void isWorthTheSameHoweverManyDecimalsItHas() {
        assertThat(Money.of("2.50", "GBP").isWorth(Money.of("2.5", "GBP"))).isTrue();
        assertThat(Money.of("2.50", "GBP").isWorth(Money.of("2.51", "GBP"))).isFalse();
        assertThat(Money.of("2.50", "GBP").isWorth(Money.of("2.50", "EUR"))).isFalse();
    }
}
