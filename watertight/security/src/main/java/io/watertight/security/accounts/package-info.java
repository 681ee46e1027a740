/** Accounts of the shop's own, for where there is no identity provider; without Spring Security there are none. */
@NullMarked
package io.watertight.security.accounts;

import org.jspecify.annotations.NullMarked;
