/** Entities, repositories and tables stay in the hands of their module. */
@NullMarked
package io.watertight.guard.rules.data;

import org.jspecify.annotations.NullMarked;
