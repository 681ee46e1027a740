package io.watertight.guard.sql;

import io.watertight.guard.sql.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parts a text into tokens by PostgreSQL's rules; comments and white space are left out. */
final class SqlLexer {

    /** What Java's string concatenation leaves open; see {@code ClassFacts.Text.HOLE}. */
    static final char HOLE = '\u0001';

    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*");
    private static final Pattern NUMBER = Pattern.compile("\\d[\\w.]*|\\.\\d[\\w.]*");
    private static final Pattern GAP =
            Pattern.compile(HOLE + "|:?[$#]\\{[^}]*\\}+|\\{\\w*(,[^}]*)?\\}|%(\\d+\\$)?[-#+]?\\d*[a-zA-Z]");
    private static final Pattern ROW_TYPE = Pattern.compile("%(rowtype|type)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern PARAMETER = Pattern.compile(":[\\p{L}_][\\p{L}\\p{N}_.]*|\\?|\\$\\d+");
    private static final Pattern DOLLAR_QUOTE = Pattern.compile("\\$([\\p{L}_][\\p{L}\\p{N}_]*)?\\$");
    private static final Pattern ESCAPING_PREFIX = Pattern.compile("([eE]|[uU]&)'");
    private static final Pattern PLAIN_PREFIX = Pattern.compile("[nNbBxX]'");
    private static final Pattern UNICODE_NAME = Pattern.compile("[uU]&\"");

    private final String text;
    private final List<SqlToken> tokens = new ArrayList<>();
    private int at;
    private int line;

    private SqlLexer(String text, int firstLine) {
        this.text = text;
        this.line = firstLine;
    }

    static List<SqlToken> tokens(String text, int firstLine) {
        SqlLexer lexer = new SqlLexer(text, firstLine);
        while (lexer.at < text.length()) {
            lexer.next();
        }
        return lexer.tokens;
    }

    private void next() {
        char c = text.charAt(at);
        if (Character.isWhitespace(c)) {
            skipTo(at + 1);
        } else if (text.startsWith("--", at)) {
            skipTo(indexOf("\n", at));
        } else if (text.startsWith("/*", at)) {
            skipTo(endOfComment());
        } else if (c == '\'') {
            string(at + 1, Kind.STRING, false);
        } else if (c == '"') {
            quotedName(at + 1);
        } else if (matches(ESCAPING_PREFIX)) {
            string(text.indexOf('\'', at) + 1, Kind.ESCAPED_STRING, true);
        } else if (matches(PLAIN_PREFIX)) {
            string(at + 2, Kind.STRING, false);
        } else if (matches(UNICODE_NAME)) {
            quotedName(at + 3);
        } else if (matches(DOLLAR_QUOTE)) {
            dollarQuoted();
        } else {
            word(c);
        }
    }

    private void word(char c) {
        if (take(ROW_TYPE, Kind.SIGN) || take(GAP, Kind.GAP) || (text.startsWith("::", at) && sign("::"))) {
            return;
        }
        if (!take(PARAMETER, Kind.PARAMETER) && !take(WORD, Kind.WORD) && !take(NUMBER, Kind.NUMBER)) {
            sign(String.valueOf(c));
        }
    }

    private boolean take(Pattern pattern, Kind kind) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            return false;
        }
        add(kind, matcher.group().toLowerCase(Locale.ROOT), matcher.end());
        return true;
    }

    private boolean sign(String sign) {
        add(Kind.SIGN, sign, at + sign.length());
        return true;
    }

    private boolean matches(Pattern pattern) {
        return pattern.matcher(text).region(at, text.length()).lookingAt();
    }

    private void string(int content, Kind kind, boolean backslashes) {
        StringBuilder value = new StringBuilder();
        int i = content;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '\'' && i + 1 < text.length() && text.charAt(i + 1) == '\'') {
                value.append('\'');
                i += 2;
            } else if (c == '\'') {
                break;
            } else if (backslashes && c == '\\' && i + 1 < text.length()) {
                value.append(c).append(text.charAt(i + 1));
                i += 2;
            } else {
                value.append(c);
                i++;
            }
        }
        add(kind, value.toString(), Math.min(i + 1, text.length()));
    }

    private void quotedName(int content) {
        int i = content;
        while (i < text.length() && (text.charAt(i) != '"' || text.startsWith("\"\"", i))) {
            i += text.charAt(i) == '"' ? 2 : 1;
        }
        int close = Math.min(i, text.length());
        String name = text.substring(content, close).replace("\"\"", "\"");
        boolean open = GAP.matcher(name).find() || (text.charAt(at) != '"' && name.contains("\\"));
        add(open ? Kind.GAP : Kind.QUOTED_NAME, name, Math.min(close + 1, text.length()));
    }

    private void dollarQuoted() {
        int content = text.indexOf('$', at + 1) + 1;
        String mark = text.substring(at, content);
        int close = indexOf(mark, content);
        add(Kind.STRING, text.substring(content, close), Math.min(close + mark.length(), text.length()));
    }

    private int endOfComment() {
        int depth = 0;
        int i = at;
        while (i < text.length()) {
            if (text.startsWith("/*", i)) {
                depth++;
                i += 2;
            } else if (text.startsWith("*/", i)) {
                depth--;
                i += 2;
                if (depth == 0) {
                    return i;
                }
            } else {
                i++;
            }
        }
        return text.length();
    }

    private int indexOf(String wanted, int from) {
        int found = text.indexOf(wanted, from);
        return found < 0 ? text.length() : found;
    }

    private void add(Kind kind, String value, int end) {
        tokens.add(new SqlToken(kind, value, at, end, line));
        skipTo(end);
    }

    private void skipTo(int end) {
        line += (int) text.substring(at, end).chars().filter(it -> it == '\n').count();
        at = end;
    }
}
