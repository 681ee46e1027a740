/** One owner role and one working role per module: made by migrations, followed by every connection. */
@NullMarked
package io.watertight.boundary.roles;

import org.jspecify.annotations.NullMarked;
