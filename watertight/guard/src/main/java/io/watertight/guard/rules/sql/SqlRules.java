package io.watertight.guard.rules.sql;

import io.watertight.guard.rules.Rule;
import java.util.List;

/** The rules of this group, the most telling first. */
public final class SqlRules {

    private SqlRules() {}

    public static List<Rule> rules() {
        return List.of(new ForeignMigration(), new SessionSwitch(), new StrayMigration(), new UnreadableSql());
    }
}
