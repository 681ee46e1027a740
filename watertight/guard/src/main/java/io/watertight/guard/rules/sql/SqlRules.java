package io.watertight.guard.rules.sql;

import io.watertight.guard.Level;
import io.watertight.guard.RuleGroup;
import io.watertight.guard.rules.Rule;
import java.util.List;

/** The rules of this group, the most telling first. */
public final class SqlRules {

    private SqlRules() {}

    public static List<Rule> rules() {
        return List.of(
                new Rule(
                        "foreign-migration",
                        RuleGroup.SQL,
                        Level.CORE,
                        "migrations of a module name only objects of that module, and lie in its own folder",
                        ForeignMigration::examine),
                new Rule(
                        "session-switch",
                        RuleGroup.SQL,
                        Level.STRICT,
                        "no SQL of a module or of the application changes role, user, search path or rights",
                        SessionSwitch::examine),
                new Rule(
                        "stray-migration",
                        RuleGroup.SQL,
                        Level.STRICT,
                        "each schema is changed by the SQL files in its module's folder, and by nothing else",
                        StrayMigration::examine,
                        "foreign-migration"),
                new Rule(
                        "unreadable-sql",
                        RuleGroup.SQL,
                        Level.STRICT,
                        "SQL in code names each table by a constant and with its schema",
                        UnreadableSql::examine,
                        "foreign-table",
                        "session-switch"));
    }
}
