/** What becomes of findings: exceptions, the baseline, and the places where people look. */
@NullMarked
package io.watertight.guard.report;

import org.jspecify.annotations.NullMarked;
