package io.watertight.guard.rules.sql;

import io.watertight.guard.rules.Rule;
import java.util.List;

/** The rules of {@link io.watertight.guard.RuleGroup#SQL}. */
public final class SqlRules {

    private SqlRules() {}

    public static List<Rule> rules() {
        return List.of(
                new SqlStaysHome(), new NoRoleSwitching(), new MigrationsStayHome(), new MigrationsInTheirPlace());
    }
}
