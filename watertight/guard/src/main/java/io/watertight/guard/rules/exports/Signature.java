package io.watertight.guard.rules.exports;

import io.watertight.guard.codebase.CodeClass;
import io.watertight.guard.codebase.Codebase;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The places of one exported type where the same type slipped out, so that it is said once. */
final class Signature {

    private static final int LISTED = 4;
    private static final String TYPE_ITSELF = "";

    private final Map<String, String> membersByPlace = new LinkedHashMap<>();

    /** Takes down a place in words, and the member to be looked for in the source. */
    void add(String place, String member) {
        membersByPlace.putIfAbsent(place, member);
    }

    /** As the other one, where it is no member but the type. */
    void add(String place) {
        add(place, TYPE_ITSELF);
    }

    /** {@code file:line} of the first of them. */
    String where(Codebase code, CodeClass exported) {
        return membersByPlace.values().stream()
                .map(it -> where(code, exported, it))
                .min(Comparator.comparingInt(Signature::line))
                .orElseGet(() -> code.where(exported));
    }

    /** In words, in the order of the source. */
    String places(Codebase code, CodeClass exported) {
        return membersByPlace.entrySet().stream()
                        .sorted(Comparator.comparingInt(
                                        (Map.Entry<String, String> it) -> line(where(code, exported, it.getValue())))
                                .thenComparing(Map.Entry::getKey))
                        .map(Map.Entry::getKey)
                        .limit(LISTED)
                        .collect(Collectors.joining(", "))
                + (membersByPlace.size() > LISTED ? " ..." : "");
    }

    private static String where(Codebase code, CodeClass exported, String member) {
        return member.equals(TYPE_ITSELF) ? code.where(exported) : code.where(exported, member);
    }

    private static int line(String where) {
        String line = where.replaceFirst("^.*?:(\\d+)( \\(in .*\\))?$", "$1");
        return line.matches("\\d{1,9}") ? Integer.parseInt(line) : 0;
    }
}
