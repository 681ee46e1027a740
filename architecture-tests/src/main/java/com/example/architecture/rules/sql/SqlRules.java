package com.example.architecture.rules.sql;

import com.example.architecture.rules.Rule;
import java.util.List;

/** The rules of {@link com.example.architecture.RuleGroup#SQL}. */
public final class SqlRules {

    private SqlRules() {}

    public static List<Rule> rules() {
        return List.of(
                new SqlStaysHome(), new NoRoleSwitching(), new MigrationsStayHome(), new MigrationsInTheirPlace());
    }
}
