/** Counts the SQL statements that a piece of code or an HTTP request executes. */
@NullMarked
package io.watertight.testing.statements;

import org.jspecify.annotations.NullMarked;
