package io.watertight.guard.rules.sql;

import io.watertight.guard.sql.SqlReader;
import io.watertight.guard.sql.SqlReading;
import io.watertight.guard.sql.SqlShape;
import org.jspecify.annotations.Nullable;

/**
 * A string that is SQL, or may be.
 *
 * @param member the method or field that it stands at; null for the class itself
 * @param near the line of the source where it begins; 0 if the compiler did not say, as it does not for annotations
 * @param certainty how much may be concluded from it
 */
record SqlText(String value, @Nullable String member, int near, Certainty certainty) {

    /** From the most to the least certain. */
    enum Certainty {
        /** A method that sends SQL is given it, or it stands in such a method and begins as a statement. */
        SENT,
        /** It begins as a statement, in a class that sends SQL. */
        LIKELY,
        /** It may be prose: only the full name of a table that is known counts. */
        POSSIBLE
    }

    SqlText withValue(String other) {
        return new SqlText(other, member, near, certainty);
    }

    boolean isSent() {
        return certainty == Certainty.SENT;
    }

    boolean isPossible() {
        return certainty == Certainty.POSSIBLE;
    }

    /** Whether it reads like SQL at all, if only like a part of it. */
    boolean isLikeSql() {
        return SqlShape.isStatement(value) || SqlShape.isContinuation(value) || SqlShape.hasKeyword(value);
    }

    boolean isStatement() {
        return SqlShape.isStatement(value);
    }

    SqlReading reading() {
        return SqlReader.read(value);
    }
}
