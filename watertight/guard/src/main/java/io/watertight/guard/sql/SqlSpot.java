package io.watertight.guard.sql;

/**
 * Something in a text of SQL.
 *
 * @param text the words that matter, as a message would quote them
 * @param line counted from 1 within the text
 */
public record SqlSpot(String text, int line) {}
