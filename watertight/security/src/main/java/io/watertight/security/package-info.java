/** The parts of an HTTP security chain; the chain itself is the application's, which may replace each part by a bean of its own. */
@NullMarked
package io.watertight.security;

import org.jspecify.annotations.NullMarked;
