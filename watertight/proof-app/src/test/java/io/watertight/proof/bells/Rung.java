package io.watertight.proof.bells;

/** A bell was rung. */
record Rung(String bell) {}
