/** The architecture suite: choose an application's main class and the groups of rules, and examine. */
@NullMarked
package io.watertight.guard;

import org.jspecify.annotations.NullMarked;
