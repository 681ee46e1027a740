@NullMarked
package io.watertight.csv;

import org.jspecify.annotations.NullMarked;
