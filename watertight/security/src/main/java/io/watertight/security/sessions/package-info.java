/** Sessions of pages in the database, where several processes or replicas share them. */
@NullMarked
package io.watertight.security.sessions;

import org.jspecify.annotations.NullMarked;
