/** One application as it was found: its build, classes, modules, tables and settings. All rules ask this model. */
@NullMarked
package io.watertight.guard.code;

import org.jspecify.annotations.NullMarked;
