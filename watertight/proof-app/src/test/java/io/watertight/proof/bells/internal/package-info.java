/** What no other module may name. */
@NullMarked
package io.watertight.proof.bells.internal;

import org.jspecify.annotations.NullMarked;
