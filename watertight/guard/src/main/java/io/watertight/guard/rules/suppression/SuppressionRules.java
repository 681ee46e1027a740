package io.watertight.guard.rules.suppression;

import io.watertight.guard.rules.Rule;
import java.util.List;

/** The rules of this group, the most telling first. */
public final class SuppressionRules {

    private SuppressionRules() {}

    public static List<Rule> rules() {
        return List.of(new MutedGuard(), new FalseGenerated(), new LoosenedModule(), new LoosenedSetting());
    }
}
