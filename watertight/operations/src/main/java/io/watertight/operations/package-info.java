/** The settings of operations; its pages and what they show are the packages below. */
@NullMarked
package io.watertight.operations;

import org.jspecify.annotations.NullMarked;
