/** Local accounts, for use without an identity provider. */
@NullMarked
package io.watertight.security.accounts;

import org.jspecify.annotations.NullMarked;
