package io.watertight.guard.rules.suppression;

import io.watertight.guard.Level;
import io.watertight.guard.RuleGroup;
import io.watertight.guard.rules.Rule;
import java.util.List;

/** The rules of this group, the most telling first. */
public final class SuppressionRules {

    private SuppressionRules() {}

    public static List<Rule> rules() {
        return List.of(
                new Rule(
                        "muted-guard",
                        RuleGroup.SUPPRESSION,
                        Level.CORE,
                        "tests of the architecture run, always and in full, and their failures count",
                        MutedGuard::examine),
                new Rule(
                        "false-generated",
                        RuleGroup.SUPPRESSION,
                        Level.CORE,
                        "nothing that a person wrote calls itself generated",
                        FalseGenerated::examine),
                new Rule(
                        "loosened-module",
                        RuleGroup.SUPPRESSION,
                        Level.STRICT,
                        "no module is open, exports its inside, or is looked for in another way",
                        LoosenedModule::examine),
                new Rule(
                        "loosened-setting",
                        RuleGroup.SUPPRESSION,
                        Level.STRICT,
                        "no setting switches a guard off for everybody",
                        LoosenedSetting::examine));
    }
}
