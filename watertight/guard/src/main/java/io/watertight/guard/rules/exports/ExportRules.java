package io.watertight.guard.rules.exports;

import io.watertight.guard.rules.Rule;
import java.util.List;

/** The rules of {@link io.watertight.guard.RuleGroup#EXPORTS}. */
public final class ExportRules {

    private ExportRules() {}

    public static List<Rule> rules() {
        return List.of(
                new ExportedTypes(), new ImmutableData(), new HarmlessData(), new NoCrud(), new ControllerBodies());
    }
}
