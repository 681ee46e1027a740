/** Measures what database roles cost: orders per second with and without them, in one run. */
@NullMarked
package io.watertight.benchmarks.roles;

import org.jspecify.annotations.NullMarked;
