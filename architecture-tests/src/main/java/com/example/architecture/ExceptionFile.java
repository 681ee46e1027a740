package com.example.architecture;

import com.example.architecture.codebase.Codebase;
import com.example.architecture.rules.Findings;
import com.example.architecture.rules.Violation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * The one place where a violation can be allowed for a while. An entry that is incomplete, expired, too far in the future
 * or no longer needed is itself a violation.
 */
final class ExceptionFile {

    static final String NAME = "architecture-exceptions.yml";

    private static final String RULE = "exceptions";
    private static final int LONGEST_MONTHS = 12;
    private static final Set<String> KEYS = Set.of("rule", "where", "reason", "owner", "expires");

    private final String file;
    private final LocalDate today;
    private final List<Entry> entries = new ArrayList<>();
    private final Set<Entry> used = new HashSet<>();
    private final Findings findings = new Findings(RULE);

    private ExceptionFile(String file, LocalDate today) {
        this.file = file;
        this.today = today;
    }

    /** {@return the file in the root of the reactor, or in the current folder} */
    static ExceptionFile of(Codebase code, Clock clock) {
        var reactor = code.reactor();
        Path path = (reactor == null ? Path.of("") : reactor.root()).resolve(NAME);
        ExceptionFile exceptions = new ExceptionFile(NAME, LocalDate.now(clock));
        exceptions.findings.examined(Files.exists(path) ? NAME : "no exceptions");
        if (Files.exists(path)) {
            exceptions.read(path);
        }
        return exceptions;
    }

    boolean allows(Violation violation) {
        for (Entry entry : entries) {
            if (entry.rule().equals(violation.rule()) && entry.where().equals(violation.file())) {
                used.add(entry);
                return !entry.expires().isBefore(today);
            }
        }
        return false;
    }

    /** To be asked for when all rules have been examined. */
    RuleResult result() {
        entries.stream()
                .filter(it -> !used.contains(it))
                .forEach(it -> refuse(
                        "The exception of rule '%s' for %s is not needed.".formatted(it.rule(), it.where()),
                        "Delete the entry."));
        return new RuleResult(
                RULE, "every exception is explained, owned, used and ends", findings.subjects(), findings.violations());
    }

    private void read(Path path) {
        try (var reader = Files.newBufferedReader(path)) {
            Object content = new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
            if (content instanceof List<?> list) {
                list.forEach(this::add);
            } else if (content != null) {
                refuse("The file is no list.", "Begin each entry with a dash.");
            }
        } catch (YAMLException e) {
            refuse("The file cannot be read: %s".formatted(e.getMessage()), "Write it as YAML.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(Object candidate) {
        if (!(candidate instanceof Map<?, ?> map)
                || !map.keySet().equals(KEYS)
                || map.values().stream()
                        .anyMatch(it -> it == null || it.toString().isBlank())) {
            refuse(
                    "The entry %s is not complete.".formatted(candidate),
                    "Give it rule, where, reason, owner and expires, and nothing else.");
            return;
        }
        try {
            add(new Entry(text(map, "rule"), text(map, "where"), date(Objects.requireNonNull(map.get("expires")))));
        } catch (DateTimeException _) {
            refuse(
                    "The entry of rule '%s' ends at '%s', which is no date."
                            .formatted(map.get("rule"), map.get("expires")),
                    "Write it as 2026-12-31.");
        }
    }

    private void add(Entry entry) {
        entries.add(entry);
        if (entry.expires().isBefore(today)) {
            refuse(
                    "The exception of rule '%s' for %s expired on %s."
                            .formatted(entry.rule(), entry.where(), entry.expires()),
                    "Mend what it excuses.");
        } else if (entry.expires().isAfter(today.plusMonths(LONGEST_MONTHS))) {
            refuse(
                    "The exception of rule '%s' for %s lasts until %s."
                            .formatted(entry.rule(), entry.where(), entry.expires()),
                    "Let it end within %d months.".formatted(LONGEST_MONTHS));
        }
    }

    /** YAML takes a date without quotes for a point in time. */
    private static LocalDate date(Object value) {
        return value instanceof java.util.Date date
                ? date.toInstant().atZone(java.time.ZoneOffset.UTC).toLocalDate()
                : LocalDate.parse(value.toString());
    }

    private static String text(Map<?, ?> map, String key) {
        return String.valueOf(map.get(key)).strip();
    }

    private void refuse(String what, String instead) {
        findings.violation(
                file, what, "An exception that nobody has to think of again is a rule that was given up.", instead);
    }

    private record Entry(String rule, String where, LocalDate expires) {}
}
