package io.watertight.guard.rules.detours;

import io.watertight.guard.rules.Rule;
import java.util.List;

/** The rules of this group, the most telling first. */
public final class DetourRules {

    private DetourRules() {}

    public static List<Rule> rules() {
        return List.of(new Reflection(), new Interception(), new PackageScan(), new ForeignExpression());
    }
}
