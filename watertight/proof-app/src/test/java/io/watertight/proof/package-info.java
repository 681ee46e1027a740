/** A minimal application with all parts of the toolkit, for the toolkit's own tests. */
@NullMarked
package io.watertight.proof;

import org.jspecify.annotations.NullMarked;
