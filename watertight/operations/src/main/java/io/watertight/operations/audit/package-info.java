/** The audit trail: who changed what in which module. */
@NullMarked
package io.watertight.operations.audit;

import org.jspecify.annotations.NullMarked;
