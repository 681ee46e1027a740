/** What is shown, and how many seats are left for it. */
@NullMarked
@ApplicationModule(allowedDependencies = "kernel")
package org.cinema.films;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
