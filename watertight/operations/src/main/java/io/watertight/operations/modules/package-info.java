/** The living map: the modules as they were meant, and what was seen of them. */
@NullMarked
package io.watertight.operations.modules;

import org.jspecify.annotations.NullMarked;
