/** Value types that every module may use. */
@NullMarked
package org.cinema.kernel;

import org.jspecify.annotations.NullMarked;
