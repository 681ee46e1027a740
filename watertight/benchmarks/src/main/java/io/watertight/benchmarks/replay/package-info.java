/**
 * Replays a retailer's year in a running shop: the file is planned offline and sent over HTTP by concurrent clients, and the
 * shop's numbers are compared with the file's.
 */
@NullMarked
package io.watertight.benchmarks.replay;

import org.jspecify.annotations.NullMarked;
