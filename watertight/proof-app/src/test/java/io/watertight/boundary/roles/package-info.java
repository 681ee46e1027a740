@NullMarked
package io.watertight.boundary.roles;

import org.jspecify.annotations.NullMarked;
