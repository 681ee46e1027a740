@NullMarked
package io.watertight.testing.processes;

import org.jspecify.annotations.NullMarked;
