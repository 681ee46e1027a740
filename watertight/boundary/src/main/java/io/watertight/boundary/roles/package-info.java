/** One owner role and one working role per module, for migrations and statements. */
@NullMarked
package io.watertight.boundary.roles;

import org.jspecify.annotations.NullMarked;
