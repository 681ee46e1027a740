/** What was sold at the box office; asks films for seats. */
@NullMarked
@ApplicationModule(allowedDependencies = {"films", "kernel"})
package org.cinema.tickets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
