@NullMarked
package io.watertight.operations.audit;

import org.jspecify.annotations.NullMarked;
