package io.watertight.guard.rules.database;

import java.util.List;

/** The rules that need a migrated database. */
public final class DatabaseRules {

    private DatabaseRules() {}

    public static List<DatabaseRule> rules() {
        return List.of(new SchemasStayApart(), new OwnersByModule(), new RightsByModule());
    }
}
