package io.watertight.guard.rules.database;

import io.watertight.guard.codebase.Codebase;
import io.watertight.guard.rules.Findings;
import java.sql.SQLException;

/** One thing that holds in the database of an application, for PostgreSQL. */
public interface DatabaseRule {

    /** A name that lasts: messages and exceptions refer to it. */
    String id();

    /** What holds, as a sentence. */
    String promise();

    /** Looks into the catalogue and says what was looked at and what is wrong. */
    void examine(Codebase code, Catalogue catalogue, Findings findings) throws SQLException;
}
