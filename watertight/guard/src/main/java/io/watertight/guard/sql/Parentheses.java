package io.watertight.guard.sql;

/** What is known of a place between two parentheses, or outside all of them. */
final class Parentheses {

    /** Whether they belong to a function in which {@code from} is followed by no table. */
    final boolean speaking;
    /** Whether the next comma is followed by another table. */
    boolean list;
    /** Whether the tables of that list are written. */
    boolean writes;

    Parentheses(boolean speaking) {
        this.speaking = speaking;
    }
}
