@NullMarked
package io.watertight.operations.events;

import org.jspecify.annotations.NullMarked;
