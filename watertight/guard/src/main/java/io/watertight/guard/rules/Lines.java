package io.watertight.guard.rules;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What one class does that is wrong for one reason, so that it is said once: the things, the member and the lines. */
public final class Lines {

    private static final int LISTED = 5;

    private final Set<String> things = new LinkedHashSet<>();
    private final Set<String> parts = new LinkedHashSet<>();
    private final TreeSet<Integer> lines = new TreeSet<>();
    private String member = "";
    private int first;

    /** Those of a key, which are none at first. */
    static <K> Lines of(Map<K, Lines> all, K key) {
        return all.computeIfAbsent(key, _ -> new Lines());
    }

    /** A line that the compiler did not tell is 0 and is left out. */
    public Lines add(String thing, String inMember, int line) {
        things.add(thing);
        parts.add(Findings.part(inMember, thing));
        if (first == 0 || (line > 0 && line < first)) {
            member = inMember;
            first = line;
        }
        if (line > 0) {
            lines.add(line);
        }
        return this;
    }

    /** Adds what is less telling: it is said only if there is nothing else, and is remembered in any case. */
    public Lines orElse(Lines others) {
        if (things.isEmpty()) {
            return others;
        }
        parts.addAll(others.parts);
        return this;
    }

    public boolean isEmpty() {
        return things.isEmpty();
    }

    public String member() {
        return member;
    }

    /** 0 if no line is known. */
    public int first() {
        return first;
    }

    List<String> parts() {
        return List.copyOf(parts);
    }

    public String things() {
        return listed(List.copyOf(things), LISTED);
    }

    /** Words to be added to a sentence; empty if there is only one line. */
    public String others() {
        var others =
                lines.stream().filter(it -> it != first).map(String::valueOf).toList();
        return others.isEmpty() ? "" : ", also in line " + listed(others, LISTED);
    }

    public static String listed(List<String> all, int most) {
        return all.stream().limit(most).collect(Collectors.joining(", ")) + (all.size() > most ? " ..." : "");
    }

    public static String simple(String type) {
        return type.substring(type.lastIndexOf('.') + 1).replace('$', '.');
    }
}
