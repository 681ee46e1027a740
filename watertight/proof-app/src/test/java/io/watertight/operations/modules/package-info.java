@NullMarked
package io.watertight.operations.modules;

import org.jspecify.annotations.NullMarked;
