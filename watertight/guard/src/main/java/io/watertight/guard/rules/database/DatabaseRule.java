package io.watertight.guard.rules.database;

import io.watertight.guard.code.CodeBase;
import io.watertight.guard.rules.Findings;
import io.watertight.guard.rules.Rule;
import java.sql.SQLException;

/** One thing that holds in the database of an application, for PostgreSQL. */
interface DatabaseRule {

    Rule.About about();

    /** Looks into the catalog and says what was looked at and what is wrong. */
    void examine(CodeBase code, Catalog catalog, Findings findings) throws SQLException;

    /** Takes down what is wrong with an object of the database. */
    static void report(Findings findings, String object, String what, String why, String instead) {
        findings.add(findings.at(object, 0), what, what, why, instead);
    }
}
