package io.watertight.guard.sql;

import java.util.Set;

/**
 * A word, sign or value of SQL.
 *
 * @param text in lower case for a word, as PostgreSQL reads it; without quotation marks for what has some
 * @param begin offset of its first character
 * @param end offset behind its last character
 * @param line counted from 1
 */
record SqlToken(Kind kind, String text, int begin, int end, int line) {

    enum Kind {
        WORD,
        QUOTED_NAME,
        STRING,
        /** A string with escapes, whose text is not what it says. */
        ESCAPED_STRING,
        NUMBER,
        /** Stands for a value: {@code :name}, {@code ?}, {@code $1}. */
        PARAMETER,
        /** Stands for any text: a part known only at run time, {@code %s}, <code>{}</code>, <code>${x}</code>. */
        GAP,
        SIGN
    }

    boolean is(String wanted) {
        return (kind == Kind.WORD || kind == Kind.SIGN) && text.equals(wanted);
    }

    boolean isOneOf(Set<String> wanted) {
        return (kind == Kind.WORD || kind == Kind.SIGN) && wanted.contains(text);
    }

    boolean isName() {
        return kind == Kind.WORD || kind == Kind.QUOTED_NAME;
    }

    boolean isString() {
        return kind == Kind.STRING || kind == Kind.ESCAPED_STRING;
    }

    /** Whether something else is to be put in its place, wherever it stands. */
    boolean isOpen() {
        return kind == Kind.GAP || kind == Kind.PARAMETER;
    }

    boolean touches(SqlToken next) {
        return end == next.begin;
    }
}
