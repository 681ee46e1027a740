/** The audit trail: who had which module do what. */
@NullMarked
package io.watertight.operations.audit;

import org.jspecify.annotations.NullMarked;
