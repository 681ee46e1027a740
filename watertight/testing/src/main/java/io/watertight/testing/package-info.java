/** PostgreSQL for tests and for a first run, from Docker or from binaries that Maven downloads. */
@NullMarked
package io.watertight.testing;

import org.jspecify.annotations.NullMarked;
