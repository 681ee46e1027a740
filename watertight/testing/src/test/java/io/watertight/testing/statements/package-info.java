@NullMarked
package io.watertight.testing.statements;

import org.jspecify.annotations.NullMarked;
