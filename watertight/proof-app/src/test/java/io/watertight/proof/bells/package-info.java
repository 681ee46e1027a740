/** A module with a listener and a schema of its own. */
@NullMarked
package io.watertight.proof.bells;

import org.jspecify.annotations.NullMarked;
