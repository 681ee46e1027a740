/** Another module with a schema of its own. */
@NullMarked
package io.watertight.proof.towers;

import org.jspecify.annotations.NullMarked;
