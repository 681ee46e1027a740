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

    public String qualified() {
        return schema == null ? name : schema + "." + name;
    }
}
