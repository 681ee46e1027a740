package io.watertight.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrinterTests {

    @ParameterizedTest
    @CsvSource({
        "UTC, '1 Mar 2026, 09:05 UTC'",
        "Europe/London, '1 Mar 2026, 09:05 GMT'",
        "Europe/Berlin, '1 Mar 2026, 10:05 CET'"
    })
    void printsMomentsInOneZoneAndNamesIt(ZoneId zone, String printed) {
        assertThat(new InstantPrinter(zone).print(Instant.parse("2026-03-01T09:05:59Z"), Locale.FRANCE))
                .isEqualTo(printed);
    }
}
