package io.watertight.guard.rules;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What one rule has looked at, and what it found. */
public final class Findings {

    private final String rule;
    private final Set<String> subjects = new TreeSet<>();
    private final Set<Violation> violations = new LinkedHashSet<>();

    public Findings(String rule) {
        this.rule = rule;
    }

    /** Takes down that this was looked at, whatever came of it. */
    public void examined(Object subject) {
        subjects.add(subject.toString());
    }

    /**
     * Takes down what is wrong.
     *
     * @param where {@code file:line}
     * @param what stands there, as a sentence
     * @param why it must not
     * @param instead what to do
     */
    public void violation(String where, String what, String why, String instead) {
        violations.add(new Violation(rule, where, what, why, instead));
    }

    public List<String> subjects() {
        return List.copyOf(subjects);
    }

    /** In the order of where they are. */
    public List<Violation> violations() {
        return violations.stream().sorted().toList();
    }
}
