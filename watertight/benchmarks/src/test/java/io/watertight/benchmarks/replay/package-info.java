@NullMarked
package io.watertight.benchmarks.replay;

import org.jspecify.annotations.NullMarked;
