/** Measures how fast orders are placed: over HTTP against plain JDBC, and with database roles against without. */
@NullMarked
package io.watertight.benchmarks.placing;

import org.jspecify.annotations.NullMarked;
