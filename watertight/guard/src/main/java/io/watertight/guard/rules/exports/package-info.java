/** What a module exports is immutable data and services. */
@NullMarked
package io.watertight.guard.rules.exports;

import org.jspecify.annotations.NullMarked;
