package io.watertight.guard.rules;

import io.watertight.guard.Level;
import java.util.Comparator;
import java.util.List;

/**
 * One thing that is wrong at one place.
 *
 * @param rule the id of the rule that it breaks
 * @param place where it is
 * @param parts what it consists of, each by member and what is touched: not by the line, which moves with every edit
 * @param what stands there
 * @param why it must not
 * @param instead what to do
 */
public record Finding(
        String rule, Level level, Place place, List<String> parts, String what, String why, String instead)
        implements Comparable<Finding> {

    private static final Comparator<Finding> ORDER = Comparator.comparing(
                    (Finding it) -> it.place().file())
            .thenComparingInt(it -> it.place().line())
            .thenComparing(Finding::rule)
            .thenComparing(Finding::what);

    public Finding {
        parts = parts.stream().sorted().distinct().toList();
    }

    /** Whether it says that the rule has crashed: nothing can excuse that. */
    public boolean isCrash() {
        return parts.equals(List.of("crash"));
    }

    /** What a baseline remembers of it, one for each part; nothing of them depends on a machine. */
    public List<String> keys() {
        return parts.stream()
                .map(it -> "%s %s%s".formatted(rule, place.origin(), it).replaceAll("\\s+", " "))
                .toList();
    }

    /** For people: where, what, why, and what to do. */
    public String message() {
        return """
            %s
                what:     %s
                why:      %s
                instead:  %s
                rule:     %s\
            """.formatted(place, what, why, instead, rule);
    }

    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }

    /**
     * A place in a file.
     *
     * @param line 0 where there is none
     * @param origin the class; of another file, its path
     * @param member the method or field; empty for the class itself
     */
    public record Place(String file, int line, String origin, String member) {

        @Override
        public String toString() {
            return line == 0 ? file : "%s:%d".formatted(file, line);
        }
    }
}
