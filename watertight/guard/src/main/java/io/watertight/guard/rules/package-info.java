/** The rules, each of them built from what was found in the code base and from no name that somebody typed. */
@NullMarked
package io.watertight.guard.rules;

import org.jspecify.annotations.NullMarked;
