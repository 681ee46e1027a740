/** Reads PostgreSQL's SQL as far as borders are concerned: which tables a text names, where, and what else it asks for. */
@NullMarked
package io.watertight.guard.sql;

import org.jspecify.annotations.NullMarked;
