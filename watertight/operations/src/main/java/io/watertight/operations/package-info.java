/** Settings of operations; the subpackages contain its pages. */
@NullMarked
package io.watertight.operations;

import org.jspecify.annotations.NullMarked;
