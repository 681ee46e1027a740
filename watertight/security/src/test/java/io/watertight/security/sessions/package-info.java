@NullMarked
package io.watertight.security.sessions;

import org.jspecify.annotations.NullMarked;
