package com.example.architecture.rules;

import java.util.List;

/** The rules of {@link com.example.architecture.RuleGroup#EVENTS}. */
final class EventRules {

    private EventRules() {}

    static List<Rule> rules() {
        return List.of();
    }
}
