package com.example.architecture.rules;

import java.util.List;

/** The rules of {@link com.example.architecture.RuleGroup#SQL}. */
final class SqlRules {

    private SqlRules() {}

    static List<Rule> rules() {
        return List.of();
    }
}
