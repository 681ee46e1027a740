/** Entities and repositories. */
@NullMarked
package io.watertight.guard.rules.data;

import org.jspecify.annotations.NullMarked;
