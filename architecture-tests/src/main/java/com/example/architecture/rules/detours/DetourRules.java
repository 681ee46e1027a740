package com.example.architecture.rules.detours;

import com.example.architecture.rules.Rule;
import java.util.List;

/** The rules of {@link com.example.architecture.RuleGroup#DETOURS}. */
public final class DetourRules {

    private DetourRules() {}

    public static List<Rule> rules() {
        return List.of(new NoReflection(), new NoExpressions(), new NoAspects(), new NoStringScans());
    }
}
