package io.watertight.proof;

import io.watertight.api.Versioned;

record Shelf(String name, long version) implements Versioned {}
