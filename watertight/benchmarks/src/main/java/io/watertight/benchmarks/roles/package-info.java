/** What database roles by module cost: orders per second with them and without, in one run. */
@NullMarked
package io.watertight.benchmarks.roles;

import org.jspecify.annotations.NullMarked;
