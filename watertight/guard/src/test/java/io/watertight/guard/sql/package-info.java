/** What the reader of SQL understands. */
@NullMarked
package io.watertight.guard.sql;

import org.jspecify.annotations.NullMarked;
