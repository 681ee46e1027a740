package io.watertight.web.pages;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.format.Printer;

/** Prints an instant for people: in one time zone on all pages, with its name. */
class InstantPrinter implements Printer<Instant> {

    private final DateTimeFormatter format;

    InstantPrinter(ZoneId zone) {
        this.format = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm zzz", Locale.ENGLISH)
                .withZone(zone);
    }

    @Override
    public String print(Instant instant, Locale locale) {
        return format.format(instant);
    }
}
