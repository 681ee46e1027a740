/** SQL and JPQL, as far as it matters whose tables they name. */
@NullMarked
package io.watertight.guard.sql;

import org.jspecify.annotations.NullMarked;
