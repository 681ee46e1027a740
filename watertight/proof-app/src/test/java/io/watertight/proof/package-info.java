/** An application as small as can be that has everything the platform gives, for the platform's own tests. */
@NullMarked
package io.watertight.proof;

import org.jspecify.annotations.NullMarked;
