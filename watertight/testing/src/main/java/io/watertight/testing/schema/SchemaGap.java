package io.watertight.testing.schema;

/**
 * Something in which a schema differs from what aggregates and queries expect.
 *
 * @param schema that of the module which has to close it
 * @param sql the lines of a migration; comments where only a person can decide
 * @param broken whether something fails without it, rather than being of no use any more
 */
public record SchemaGap(String schema, String sql, boolean broken) {}
