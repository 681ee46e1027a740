/** Reads and writes CSV files as people and spreadsheets create them. */
@NullMarked
package io.watertight.csv;

import org.jspecify.annotations.NullMarked;
