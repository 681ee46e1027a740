package io.watertight.benchmarks.replay;

/** A customer that the shop must have before the first order; the data set knows no names. */
record PlannedCustomer(String number, String country) {}
