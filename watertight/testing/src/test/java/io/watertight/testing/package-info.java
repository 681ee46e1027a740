@NullMarked
package io.watertight.testing;

import org.jspecify.annotations.NullMarked;
