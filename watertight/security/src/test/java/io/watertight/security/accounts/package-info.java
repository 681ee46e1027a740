@NullMarked
package io.watertight.security.accounts;

import org.jspecify.annotations.NullMarked;
