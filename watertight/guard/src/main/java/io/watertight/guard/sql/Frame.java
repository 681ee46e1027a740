package io.watertight.guard.sql;

/** What is open between two parentheses. */
final class Frame {

    /** The word before the parenthesis. */
    final String function;

    String verb = "";
    String clause = "";

    /** Whether a comma leads to one more table. */
    boolean list;

    /** Whether a join has not said yet how. */
    boolean joins;

    Frame(String function) {
        this.function = function;
    }
}
