/** Where modules are and whom they may know. */
@NullMarked
package io.watertight.guard.rules.structure;

import org.jspecify.annotations.NullMarked;
