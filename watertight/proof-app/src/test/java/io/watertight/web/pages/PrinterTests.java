package io.watertight.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PrinterTests {

    @Test
    void printsMomentsInOneZoneAndSaysSo() {
        assertThat(new InstantPrinter().print(Instant.parse("2026-03-01T09:05:59Z"), Locale.FRANCE))
                .isEqualTo("1 Mar 2026, 09:05 UTC");
    }
}
