/** A module with a listener and a schema of its own. */
@ApplicationModule
@NullMarked
package io.watertight.proof.bells;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
