/** The boundary of modules: which module a class belongs to, and who calls it how often. */
@NullMarked
package io.watertight.boundary;

import org.jspecify.annotations.NullMarked;
