@NullMarked
package io.watertight.benchmarks.roles;

import org.jspecify.annotations.NullMarked;
