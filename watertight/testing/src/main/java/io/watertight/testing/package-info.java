/** PostgreSQL for tests and for a first run of the shop, from Docker or from binaries that Maven fetches. */
@NullMarked
package io.watertight.testing;

import org.jspecify.annotations.NullMarked;
