package io.watertight.guard.rules;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The lines of one file in which the same thing is wrong, so that it is said once. */
public final class Lines {

    private static final int LISTED = 5;

    private final TreeSet<Integer> lines = new TreeSet<>();

    /** A line that the compiler did not tell is 0 and is left out. */
    public void add(int line) {
        if (line > 0) {
            lines.add(line);
        }
    }

    /** 1 if no line is known. */
    public int first() {
        return lines.isEmpty() ? 1 : lines.first();
    }

    /** Words to be added to a sentence; empty if there is only one line. */
    public String others() {
        List<Integer> others = lines.stream().skip(1).toList();
        if (others.isEmpty()) {
            return "";
        }
        return others.stream()
                        .limit(LISTED)
                        .map(String::valueOf)
                        .collect(Collectors.joining(", ", ", also in line ", ""))
                + (others.size() > LISTED ? " ..." : "");
    }
}
