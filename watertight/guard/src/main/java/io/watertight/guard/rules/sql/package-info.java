/** SQL in code and in migrations. */
@NullMarked
package io.watertight.guard.rules.sql;

import org.jspecify.annotations.NullMarked;
