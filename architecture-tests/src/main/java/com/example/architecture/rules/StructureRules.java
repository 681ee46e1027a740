package com.example.architecture.rules;

import java.util.List;

/** The rules of {@link com.example.architecture.RuleGroup#STRUCTURE}. */
final class StructureRules {

    private StructureRules() {}

    static List<Rule> rules() {
        return List.of();
    }
}
