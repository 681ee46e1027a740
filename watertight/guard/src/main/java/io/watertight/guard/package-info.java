/**
 * What a code base calls: its tests use {@link io.watertight.guard.Guard}, a command line {@link io.watertight.guard.Main}.
 * This package is compiled for Java 17, so that it can say in one sentence that the rest needs Java 25.
 */
@NullMarked
package io.watertight.guard;

import org.jspecify.annotations.NullMarked;
