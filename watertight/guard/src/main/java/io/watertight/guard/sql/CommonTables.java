package io.watertight.guard.sql;

import java.util.List;
import java.util.Set;

/** Finds the names that {@code with} gives to queries: <code>x as (</code>, <code>x (a, b) as materialized (</code>. */
final class CommonTables {

    private static final Set<String> BEFORE = Set.of("with", "recursive", ",");

    private CommonTables() {}

    static void collect(Tokens tokens, Set<String> names) {
        List<SqlToken> all = tokens.all();
        if (!tokens.contains("with")) {
            return;
        }
        for (int i = 1; i < all.size(); i++) {
            if (all.get(i).isName() && all.get(i - 1).isOneOf(BEFORE) && isDefinition(all, i + 1)) {
                names.add(all.get(i).text());
            }
        }
    }

    private static boolean isDefinition(List<SqlToken> all, int from) {
        int at = from;
        if (at < all.size() && all.get(at).is("(")) {
            while (at < all.size() && !all.get(at).is(")")) {
                at++;
            }
            at++;
        }
        if (at >= all.size() || !all.get(at).is("as")) {
            return false;
        }
        at++;
        while (at < all.size() && all.get(at).isOneOf(Set.of("not", "materialized"))) {
            at++;
        }
        return at < all.size() && all.get(at).is("(");
    }
}
