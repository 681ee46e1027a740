package io.watertight.testing.schema;

/**
 * A difference between a schema and what aggregates and queries expect.
 *
 * @param schema the schema of the module that must fix it
 * @param sql the lines of a migration; comments if a person must decide
 * @param broken whether something fails without the change; otherwise something is just unused
 */
public record SchemaGap(String schema, String sql, boolean broken) {}
