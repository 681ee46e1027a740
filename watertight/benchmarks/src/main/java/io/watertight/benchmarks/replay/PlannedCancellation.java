package io.watertight.benchmarks.replay;

/** A C-invoice and the one order that it takes back as a whole. */
record PlannedCancellation(String invoice, PlannedOrder order) {}
