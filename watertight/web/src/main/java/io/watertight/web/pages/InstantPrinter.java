package io.watertight.web.pages;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.format.Printer;

/** A moment as people read it. */
class InstantPrinter implements Printer<Instant> {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    @Override
    public String print(Instant instant, Locale locale) {
        return FORMAT.format(instant);
    }
}
