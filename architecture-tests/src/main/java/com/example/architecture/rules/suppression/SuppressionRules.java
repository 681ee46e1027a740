package com.example.architecture.rules.suppression;

import com.example.architecture.rules.Rule;
import java.util.List;

/** The rules of {@link com.example.architecture.RuleGroup#SUPPRESSION}. */
public final class SuppressionRules {

    private SuppressionRules() {}

    public static List<Rule> rules() {
        return List.of(
                new IgnoreFiles(),
                new MutedTests(),
                new GeneratedMarks(),
                new LoosenedModules(),
                new LoosenedConfiguration());
    }
}
