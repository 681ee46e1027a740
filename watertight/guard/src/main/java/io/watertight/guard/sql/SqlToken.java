package io.watertight.guard.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word, a quoted name, a string or a sign.
 *
 * @param text of a word in lower case unless it was quoted; of a string without its quotes
 * @param line from 1
 */
record SqlToken(Kind kind, String text, String raw, int line) {

    enum Kind {
        WORD,
        QUOTED,
        STRING,
        BODY,
        SIGN
    }

    private static final Pattern TOKEN = Pattern.compile(
            "(?<skip>--[^\\n"
                    + "]*|/\\*.*?\\*/|\\s+)|(?<string>[eE]?'(?:[^']|'')*+'?)|(?<body>\\$(?<tag>\\w*)\\$.*?\\$\\k<tag>\\$)"
                    + "|(?<quoted>\"[^\"]*\"|`[^`]*`)|(?<parameter>:\\w+|\\$\\d+)"
                    + "|(?<word>[\\p{L}_\u0001][\\p{L}\\p{N}_$\u0001]*)|(?<sign>::|.)",
            Pattern.DOTALL);

    static List<SqlToken> in(String sql) {
        List<SqlToken> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(sql);
        int line = 1;
        while (matcher.find()) {
            String found = matcher.group();
            if (matcher.group("string") != null) {
                tokens.add(new SqlToken(
                        Kind.STRING, found.replaceAll("^[eE]?'|'$", "").replace("''", "'"), found, line));
            } else if (matcher.group("body") != null) {
                int tag = matcher.group("tag").length() + 2;
                tokens.add(new SqlToken(Kind.BODY, found.substring(tag, found.length() - tag), found, line));
            } else if (matcher.group("quoted") != null) {
                tokens.add(new SqlToken(Kind.QUOTED, found.substring(1, found.length() - 1), found, line));
            } else if (matcher.group("word") != null) {
                tokens.add(new SqlToken(Kind.WORD, found.toLowerCase(Locale.ROOT), found, line));
            } else if (matcher.group("skip") == null) {
                tokens.add(new SqlToken(Kind.SIGN, found, found, line));
            }
            line += (int) found.chars().filter(it -> it == '\n').count();
        }
        return tokens;
    }

    boolean is(String word) {
        return (kind == Kind.WORD || kind == Kind.SIGN) && text.equals(word);
    }

    boolean isName() {
        return kind == Kind.WORD || kind == Kind.QUOTED;
    }

    /** As the text has it: JPQL tells {@code Book} from {@code book}. */
    String name() {
        return kind == Kind.QUOTED ? text : raw;
    }
}
