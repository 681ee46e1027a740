/** An application in several processes, for a first run without Docker. */
@NullMarked
package io.watertight.testing.processes;

import org.jspecify.annotations.NullMarked;
