package io.watertight.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.proof.PlatformTest;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.convert.ConversionService;

@PlatformTest
class PrinterTests {

    private static final Instant MOMENT = Instant.parse("2026-03-01T09:05:59Z");

    @ParameterizedTest
    @CsvSource({
        "UTC, '1 Mar 2026, 09:05 UTC'",
        "Europe/London, '1 Mar 2026, 09:05 GMT'",
        "Europe/Berlin, '1 Mar 2026, 10:05 CET'"
    })
    void printsMomentsInOneZoneAndNamesIt(ZoneId zone, String printed) {
        assertThat(new PagesAutoConfiguration().instantPrinter(zone).print(MOMENT, Locale.FRANCE))
                .isEqualTo(printed);
    }

    @Test
    void printsTheMomentsOfPages(@Autowired @Qualifier("mvcConversionService") ConversionService pages) {
        assertThat(pages.convert(MOMENT, String.class)).isEqualTo("1 Mar 2026, 09:05 UTC");
    }
}
