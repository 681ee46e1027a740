package com.example.architecture.rules;

import java.util.List;

/** The rules of {@link com.example.architecture.RuleGroup#TRANSACTIONS}. */
final class TransactionRules {

    private TransactionRules() {}

    static List<Rule> rules() {
        return List.of();
    }
}
