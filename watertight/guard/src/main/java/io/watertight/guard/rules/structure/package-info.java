/** Modules, packages and dependencies are what they are declared to be. */
@NullMarked
package io.watertight.guard.rules.structure;

import org.jspecify.annotations.NullMarked;
