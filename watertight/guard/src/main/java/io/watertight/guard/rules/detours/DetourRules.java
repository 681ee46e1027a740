package io.watertight.guard.rules.detours;

import io.watertight.guard.rules.Rule;
import java.util.List;

/** The rules of {@link io.watertight.guard.RuleGroup#DETOURS}. */
public final class DetourRules {

    private DetourRules() {}

    public static List<Rule> rules() {
        return List.of(new NoReflection(), new NoExpressions(), new NoAspects(), new NoStringScans());
    }
}
