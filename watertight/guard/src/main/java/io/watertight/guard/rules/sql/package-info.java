/** Migrations stay with the tables of their module. */
@NullMarked
package io.watertight.guard.rules.sql;

import org.jspecify.annotations.NullMarked;
