@NullMarked
package io.watertight.testing.schema;

import org.jspecify.annotations.NullMarked;
