package io.watertight.guard.rules.sql;

/**
 * Why something in a text of SQL must not be there.
 *
 * @param key the same for the same thing in another place, which is said once
 * @param what stands there, in words that go on after the name of the class or file
 * @param why it must not
 * @param instead what to do
 * @param line counted from 1 within the text
 * @param sought what the source has in that line
 */
record Objection(String key, String what, String why, String instead, int line, String sought) {}
