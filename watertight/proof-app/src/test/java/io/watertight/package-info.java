@NullMarked
package io.watertight;

import org.jspecify.annotations.NullMarked;
