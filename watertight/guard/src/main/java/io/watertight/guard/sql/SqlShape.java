package io.watertight.guard.sql;

import java.util.List;
import java.util.Set;

/** Tells SQL from English, which begins sentences with the same verbs. */
public final class SqlShape {

    private static final Set<String> OBJECTS = Set.of(
            "table",
            "view",
            "materialized",
            "sequence",
            "index",
            "unique",
            "function",
            "procedure",
            "trigger",
            "type",
            "domain",
            "schema",
            "role",
            "user",
            "extension",
            "temp",
            "temporary",
            "or",
            "unlogged",
            "policy",
            "rule",
            "database",
            "system");
    private static final Set<String> CONTINUATIONS = Set.of(
            "from",
            "join",
            "left",
            "right",
            "inner",
            "cross",
            "full",
            "natural",
            "union",
            "intersect",
            "except",
            "where",
            "using",
            "into",
            "returning");
    private static final Set<String> SQL_ONLY = Set.of(
            "select",
            "insert",
            "update",
            "delete",
            "merge",
            "truncate",
            "join",
            "where",
            "values",
            "copy",
            "lateral",
            "references");

    private SqlShape() {}

    /**
     * Whether the text begins as a statement does, in words that are all in lower or all in upper case: a sentence has one
     * capital letter.
     */
    public static boolean isStatement(String text) {
        List<SqlToken> tokens = SqlLexer.tokens(text, 1);
        int start = 0;
        while (start < tokens.size()
                && (tokens.get(start).is("(") || tokens.get(start).is("{"))) {
            start++;
        }
        if (start >= tokens.size() || tokens.get(start).kind() != SqlToken.Kind.WORD) {
            return false;
        }
        String written =
                text.substring(tokens.get(start).begin(), tokens.get(start).end());
        return isOneCase(written) && begins(new Tokens(tokens.subList(start, tokens.size())));
    }

    /** Whether a keyword in the text makes it more than a sentence with a dot in it. */
    public static boolean hasKeyword(String text) {
        return SqlLexer.tokens(text, 1).stream()
                .filter(it -> it.isOneOf(SQL_ONLY))
                .anyMatch(it -> isOneCase(text.substring(it.begin(), it.end())));
    }

    /** Whether the text goes on where SQL may have been left: with {@code from}, {@code join} ... */
    public static boolean isContinuation(String text) {
        List<SqlToken> tokens = SqlLexer.tokens(text, 1);
        int start = !tokens.isEmpty() && tokens.getFirst().kind() == SqlToken.Kind.GAP ? 1 : 0;
        return start < tokens.size()
                && tokens.get(start).isOneOf(CONTINUATIONS)
                && isOneCase(text.substring(
                        tokens.get(start).begin(), tokens.get(start).end()));
    }

    private static boolean begins(Tokens tokens) {
        return switch (tokens.verb()) {
            case "select" -> tokens.all().size() > 1;
            case "insert", "merge" -> tokens.isAt(1, "into");
            case "delete" -> tokens.isAt(1, "from");
            case "update" ->
                tokens.contains("set")
                        || tokens.all().size() == 1
                        || tokens.all().get(1).isOpen();
            case "with" -> tokens.contains("as") && tokens.contains("(");
            case "copy" -> tokens.contains("from") || tokens.contains("to");
            case "truncate", "lock" -> tokens.all().size() > 1;
            case "create", "alter", "drop" -> tokens.isOneOfAt(1, OBJECTS);
            case "call" -> tokens.contains("(");
            case "do" -> tokens.all().stream().anyMatch(SqlToken::isString);
            case "values" -> tokens.isAt(1, "(");
            case "set" -> tokens.all().size() > 2;
            case "reset", "discard" -> tokens.all().size() == 2;
            case "grant", "revoke" -> tokens.contains("on") || tokens.contains("to");
            case "table" -> tokens.all().size() > 1 && tokens.all().size() < 5;
            case "refresh" -> tokens.isAt(1, "materialized");
            case "comment" -> tokens.isAt(1, "on") && tokens.contains("is");
            default -> false;
        };
    }

    private static boolean isOneCase(String word) {
        return word.equals(word.toLowerCase(java.util.Locale.ROOT))
                || word.equals(word.toUpperCase(java.util.Locale.ROOT));
    }
}
