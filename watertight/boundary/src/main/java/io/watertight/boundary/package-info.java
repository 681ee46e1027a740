/** Where a module is entered: which module a class belongs to, who calls it, and how often. */
@NullMarked
package io.watertight.boundary;

import org.jspecify.annotations.NullMarked;
