/** What modules export. */
@NullMarked
package io.watertight.guard.rules.exports;

import org.jspecify.annotations.NullMarked;
