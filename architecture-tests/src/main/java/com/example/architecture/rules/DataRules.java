package com.example.architecture.rules;

import java.util.List;

/** The rules of {@link com.example.architecture.RuleGroup#DATA}. */
final class DataRules {

    private DataRules() {}

    static List<Rule> rules() {
        return List.of(new ForeignTypes());
    }
}
