/**
 * The replay of a retailer's year into a running shop: the file is planned offline, fed over HTTP by concurrent clients,
 * and what the shop says afterwards is held against what the file says.
 */
@NullMarked
package io.watertight.benchmarks.replay;

import org.jspecify.annotations.NullMarked;
