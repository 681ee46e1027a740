package com.example.architecture.rules;

import java.util.List;

/** The rules of {@link com.example.architecture.RuleGroup#BUILD}. */
final class BuildRules {

    private BuildRules() {}

    static List<Rule> rules() {
        return List.of();
    }
}
