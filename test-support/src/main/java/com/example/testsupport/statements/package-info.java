/** Counts the SQL statements that a piece of code or an HTTP request executes. */
@NullMarked
package com.example.testsupport.statements;

import org.jspecify.annotations.NullMarked;
