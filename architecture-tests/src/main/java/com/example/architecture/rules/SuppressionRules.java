package com.example.architecture.rules;

import java.util.List;

/** The rules of {@link com.example.architecture.RuleGroup#SUPPRESSION}. */
final class SuppressionRules {

    private SuppressionRules() {}

    static List<Rule> rules() {
        return List.of();
    }
}
