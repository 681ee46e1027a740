package io.watertight.guard.rules.suppression;

import io.watertight.guard.rules.Rule;
import java.util.List;

/** The rules of {@link io.watertight.guard.RuleGroup#SUPPRESSION}. */
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
