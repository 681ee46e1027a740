package com.example.architecture.rules;

import java.util.List;

/** The rules of {@link com.example.architecture.RuleGroup#DETOURS}. */
final class DetourRules {

    private DetourRules() {}

    static List<Rule> rules() {
        return List.of();
    }
}
