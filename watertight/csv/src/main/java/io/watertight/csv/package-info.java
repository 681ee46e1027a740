/** Files of rows as people and spreadsheets make them, read line by line and written. */
@NullMarked
package io.watertight.csv;

import org.jspecify.annotations.NullMarked;
