/**
 * The parts of an HTTP security chain. The chain itself belongs to the application, which may replace parts by its own beans.
 */
@NullMarked
package io.watertight.security;

import org.jspecify.annotations.NullMarked;
