package io.watertight.guard.sql;

import org.jspecify.annotations.Nullable;

/**
 * A name in SQL.
 *
 * @param schema null if it is named without one
 * @param line within the text, from 1
 * @param writes whether the object of that name is changed
 * @param position whether it stands where only a table, or another object of the database, can stand
 */
public record SqlName(@Nullable String schema, String name, int line, boolean writes, boolean position) {

    /** A table that is written, as a mapping names it; a schema that is not said is empty. */
    public static SqlName of(String schema, String name) {
        return new SqlName(schema.isEmpty() ? null : schema, name, 1, true, true);
    }

    public String qualified() {
        return schema == null ? name : schema + "." + name;
    }
}
