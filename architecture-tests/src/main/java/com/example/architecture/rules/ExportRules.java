package com.example.architecture.rules;

import java.util.List;

/** The rules of {@link com.example.architecture.RuleGroup#EXPORTS}. */
final class ExportRules {

    private ExportRules() {}

    static List<Rule> rules() {
        return List.of();
    }
}
