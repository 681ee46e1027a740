/** How films work. */
@NullMarked
package org.cinema.films.internal;

import org.jspecify.annotations.NullMarked;
