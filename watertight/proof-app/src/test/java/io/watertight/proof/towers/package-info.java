/** Another module with a schema of its own. */
@ApplicationModule
@NullMarked
package io.watertight.proof.towers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
