@NullMarked
package io.watertight.boundary.data;

import org.jspecify.annotations.NullMarked;
