/** The database: its clock, its exceptions, its migrations, and explanations of a failed start. */
@NullMarked
package io.watertight.boundary.data;

import org.jspecify.annotations.NullMarked;
