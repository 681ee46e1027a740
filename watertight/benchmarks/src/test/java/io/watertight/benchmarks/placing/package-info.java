@NullMarked
package io.watertight.benchmarks.placing;

import org.jspecify.annotations.NullMarked;
