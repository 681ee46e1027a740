package io.watertight.guard.report;

import io.watertight.guard.Level;
import io.watertight.guard.RuleGroup;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.Project;
import io.watertight.guard.rules.Finding;
import io.watertight.guard.rules.Findings;
import io.watertight.guard.rules.Rule;
import io.watertight.guard.rules.RuleCatalog;
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
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** The one place where a violation can be allowed for a while. An entry that is incomplete, expired, too long or not needed is one itself. */
public final class ExceptionFile {

    public static final String NAME = "architecture-exceptions.yml";
    private static final Rule RULE = RuleCatalog.exceptions();
    private static final int LONGEST_MONTHS = 12;
    private static final Set<String> KEYS = Set.of("rule", "where", "reason", "owner", "expires");

    private final LocalDate today;
    private final Set<String> excusable = new HashSet<>();
    private final Set<String> unexcusable = new HashSet<>();
    private final List<Entry> entries = new ArrayList<>();
    private final Set<Entry> used = new HashSet<>();
    private final Findings findings;

    /** Reads the file in the root of the project, or in the current folder, if there is one. */
    public ExceptionFile(CodeBase code, Clock clock) {
        this.today = LocalDate.now(clock);
        this.findings = new Findings(code, RULE);
        Stream.concat(RuleCatalog.rules().stream(), RuleCatalog.databaseRules(null).stream())
                .forEach(it -> (allowsNone(it) ? unexcusable : excusable).add(it.id()));
        Path path = code.inRoot(NAME);
        findings.examined(Files.exists(path) ? NAME : "no exceptions");
        if (Files.exists(path)) {
            read(path);
        }
    }

    /** An exception for a switch that silences guards would be that switch. */
    static boolean allowsNone(Rule rule) {
        return rule.level() == Level.CORE && (rule.group() == RuleGroup.SUPPRESSION || rule.group() == RuleGroup.BUILD);
    }

    /** {@return the lines to paste} */
    static String entryFor(Finding finding) {
        return """
            - rule: %s
              where: %s
              reason: why it is needed for now
              owner: who will remove it
              expires: a date within twelve months, such as 2026-12-31\
            """.formatted(finding.rule(), finding.place().file());
    }

    public boolean allows(Finding violation) {
        Optional<Entry> excuse = entries.stream()
                .filter(it -> !unexcusable.contains(it.rule()) && it.rule().equals(violation.rule()))
                .filter(it -> it.where().equals(violation.place().file()))
                .findFirst();
        excuse.ifPresent(used::add);
        return excuse.filter(it -> !it.expires().isBefore(today)).isPresent();
    }

    /** When all rules have been examined: whether an exception of another rule is needed, this run cannot tell. */
    public RuleResult result(Set<String> examined) {
        for (Entry it : entries) {
            if (unexcusable.contains(it.rule())) {
                refuse(it, "is for a rule that allows none", "Delete the entry, and the switch that it excuses.");
            } else if (!excusable.contains(it.rule())) {
                refuse(it, "names no known rule", "Write the id that the violation shows, one rule for each entry.");
            } else if (examined.contains(it.rule()) && !used.contains(it)) {
                refuse(
                        it,
                        "is not needed",
                        "Delete the entry. If the rule does report something there, write the file's path as reported:"
                                + " relative to the root of the project, without line or pattern, and only once.");
            }
        }
        return new RuleResult(RULE, findings.subjects(), findings.all(), true);
    }

    private void read(Path path) {
        try {
            LoaderOptions strict = new LoaderOptions();
            strict.setAllowDuplicateKeys(false);
            Object content = new Yaml(new SafeConstructor(strict)).load(Project.text(path));
            if (content instanceof List<?> list) {
                list.forEach(this::add);
            } else if (content != null) {
                findings.report(NAME, "The file is not a list.", "Begin each entry with a dash.");
            }
        } catch (YAMLException e) {
            findings.report(NAME, "The file cannot be read: %s".formatted(e.getMessage()), "Write it as YAML.");
        }
    }

    private void add(Object candidate) {
        if (!(candidate instanceof Map<?, ?> map)
                || !map.keySet().equals(KEYS)
                || map.values().stream()
                        .anyMatch(it -> it == null || it.toString().isBlank())) {
            findings.report(
                    NAME,
                    "The entry %s is not complete.".formatted(candidate),
                    "Give it rule, where, reason, owner and expires, and nothing else.");
            return;
        }
        try {
            LocalDate expires = date(Objects.requireNonNull(map.get("expires")));
            add(new Entry(("" + map.get("rule")).strip(), ("" + map.get("where")).strip(), expires));
        } catch (DateTimeException _) {
            findings.report(
                    NAME,
                    "The entry of rule '%s' ends at '%s', which is not a date."
                            .formatted(map.get("rule"), map.get("expires")),
                    "Write it as 2026-12-31.");
        }
    }

    private void add(Entry entry) {
        entries.add(entry);
        if (entry.expires().isBefore(today)) {
            refuse(entry, "expired on " + entry.expires(), "Fix the violation, or agree on a new date.");
        } else if (entry.expires().isAfter(today.plusMonths(LONGEST_MONTHS))) {
            refuse(entry, "lasts until " + entry.expires(), "Let it end within %d months.".formatted(LONGEST_MONTHS));
        }
    }

    /** YAML takes a date without quotes for a point in time. */
    private static LocalDate date(Object value) {
        return value instanceof java.util.Date date
                ? date.toInstant().atZone(java.time.ZoneOffset.UTC).toLocalDate()
                : LocalDate.parse(value.toString());
    }

    private void refuse(Entry it, String fault, String instead) {
        findings.report(NAME, "The exception of rule '%s' for %s %s.".formatted(it.rule(), it.where(), fault), instead);
    }

    private record Entry(String rule, String where, LocalDate expires) {}
}
