/** The database: its clock, its exceptions, and clear words when it cannot be reached. */
@NullMarked
package io.watertight.boundary.data;

import org.jspecify.annotations.NullMarked;
