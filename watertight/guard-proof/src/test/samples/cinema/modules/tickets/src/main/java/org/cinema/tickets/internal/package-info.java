/** How tickets work. */
@NullMarked
package org.cinema.tickets.internal;

import org.jspecify.annotations.NullMarked;
