/** The module map: the modules as declared, and as observed. */
@NullMarked
package io.watertight.operations.modules;

import org.jspecify.annotations.NullMarked;
