package io.watertight.guard.sql;

import org.jspecify.annotations.Nullable;

/**
 * The name of something in the database, in a place where only such a name can stand.
 *
 * @param schema null if the name stands alone
 * @param name as PostgreSQL folds it: in lower case unless it is quoted
 * @param clause the word that made it a name: {@code from}, {@code join}, {@code into}, {@code references} ...
 * @param line counted from 1 within the text
 * @param open whether a part that is not known yet is glued to its end
 */
public record SqlName(@Nullable String schema, String name, String clause, int line, boolean open) {

    /** {@code schema.name}, or the name alone. */
    public String qualified() {
        return schema == null ? name : schema + "." + name;
    }

    @Override
    public String toString() {
        return qualified();
    }
}
