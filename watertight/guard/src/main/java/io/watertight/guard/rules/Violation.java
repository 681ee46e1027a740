package io.watertight.guard.rules;

import java.util.Comparator;

/**
 * One thing that is wrong at one place.
 *
 * @param rule the id of the rule that it breaks
 * @param where {@code file:line}
 * @param what stands there
 * @param why it must not
 * @param instead what to do
 */
public record Violation(String rule, String where, String what, String why, String instead)
        implements Comparable<Violation> {

    private static final Comparator<Violation> ORDER = Comparator.comparing(Violation::where)
            .thenComparing(Violation::rule)
            .thenComparing(Violation::what);

    /** The file without the line, which moves with every edit. */
    public String file() {
        return where.replaceFirst(":\\d+( \\(in .*\\))?$", "");
    }

    /** For people: what, where, why, what to do, and how to record an exception. */
    public String message() {
        return """
                %s
                    what:     %s
                    why:      %s
                    instead:  %s
                    rule:     %s""".formatted(where, what, why, instead, rule);
    }

    @Override
    public int compareTo(Violation other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return message();
    }
}
