package io.watertight.guard.sql;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** The words of a text, asked for by their places; outside it there is nothing. */
record SqlTokens(List<SqlToken> all, int firstLine) {

    int size() {
        return all.size();
    }

    SqlToken get(int i) {
        return all.get(i);
    }

    boolean is(int i, String... texts) {
        return i >= 0 && i < all.size() && Arrays.stream(texts).anyMatch(all.get(i)::is);
    }

    boolean isWord(int i, Set<String> words) {
        return i >= 0 && i < all.size() && all.get(i).kind() == SqlToken.Kind.WORD && words.contains(text(i));
    }

    boolean isName(int i) {
        return i >= 0 && i < all.size() && all.get(i).isName();
    }

    /** Empty where there is nothing. */
    String text(int i) {
        return i >= 0 && i < all.size() ? all.get(i).text() : "";
    }

    int line(int i) {
        return firstLine + all.get(i).line() - 1;
    }

    /** The name that begins there, of one part or two. */
    SqlName name(int i, boolean writes, boolean position) {
        return is(i + 1, ".") && isName(i + 2)
                ? new SqlName(text(i), all.get(i + 2).name(), line(i), writes, position)
                : new SqlName(null, all.get(i).name(), line(i), writes, position);
    }

    /** {@code create or replace temporary table}, not {@code create index ... on table}. */
    boolean before(int at, String word) {
        return IntStream.iterate(at - 1, i -> i >= at - 5 && !is(i, ";"), i -> i - 1)
                .anyMatch(i -> is(i, word));
    }

    /** {@code with name (columns) as (}, wherever it stands. */
    Set<String> commonTables() {
        Set<String> found = new HashSet<>();
        for (int i = 1; i < size() - 1; i++) {
            int next = i + 1;
            while (is(next, "not", "materialized")) {
                next++;
            }
            if (is(i, "as") && is(next, "(")) {
                int name = i - 1;
                if (is(name, ")")) {
                    while (name > 0 && !is(name, "(")) {
                        name--;
                    }
                    name--;
                }
                if (isName(name)) {
                    found.add(text(name));
                }
            }
        }
        return found;
    }

    /** {@code set role}, {@code set_config('role', ...)}, {@code grant} and their like decide whose tables are meant. */
    boolean switchesSession(int i, String verb) {
        boolean first = i == 0 || is(i - 1, ";", "begin", "then", "loop", "else", "$$");
        return switch (text(i)) {
            case "set", "reset" ->
                (first || verb.matches("create|alter|do"))
                        && (isSession(i + 1) || (is(i + 1, "local", "session") && isSession(i + 2)));
            case "set_config" -> isSession(i + 2);
            case "grant", "revoke", "reassign" -> first;
            case "security" -> is(i + 1, "definer");
            case "owner" -> is(i + 1, "to");
            case "role", "user" -> is(i - 1, verb) && verb.matches("create|alter|drop");
            default -> false;
        };
    }

    private boolean isSession(int i) {
        return text(i).matches("role|search_path|schema|(session_)?authorization");
    }
}
