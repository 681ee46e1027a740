/** What the database's catalog says after migration, whatever the migrations looked like. */
@NullMarked
package io.watertight.guard.rules.database;

import org.jspecify.annotations.NullMarked;
