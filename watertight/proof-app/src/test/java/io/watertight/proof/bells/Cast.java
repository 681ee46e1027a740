package io.watertight.proof.bells;

/** A bell was cast. */
public record Cast(String bell) {}
