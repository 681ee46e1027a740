/** Maven's own files. */
@NullMarked
package io.watertight.guard.rules.build;

import org.jspecify.annotations.NullMarked;
