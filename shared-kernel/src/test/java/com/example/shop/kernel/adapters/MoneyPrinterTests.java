package com.example.shop.kernel.adapters;

import static org.assertj.core.api.Assertions.assertThat;
import com.example.shop.kernel.Money;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyPrinterTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2.1        | GBP | 2.10 GBP
            2          | GBP | 2.00 GBP
            0.085      | GBP | 0.085 GBP
            1234567.5  | EUR | 1,234,567.50 EUR
            -3.10      | EUR | -3.10 EUR
            100        | JPY | 100 JPY
            1.5        | KWD | 1.500 KWD
            """)
    void printsMoneyWithTheDigitsOfItsCurrencyAndRoundsNothing(String amount, String currency, String printed) {
        assertThat(new MoneyPrinter().print(Money.of(amount, currency), Locale.GERMANY))
                .isEqualTo(printed);
    }
}
