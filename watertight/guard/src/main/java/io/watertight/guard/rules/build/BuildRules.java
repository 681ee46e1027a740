package io.watertight.guard.rules.build;

import io.watertight.guard.Level;
import io.watertight.guard.RuleGroup;
import io.watertight.guard.rules.Rule;
import java.util.List;

/** The rules of this group, the most telling first. */
public final class BuildRules {

    private BuildRules() {}

    public static List<Rule> rules() {
        return List.of(
                new Rule(
                        "skipped-check",
                        RuleGroup.BUILD,
                        Level.CORE,
                        "nothing that a project keeps makes Maven leave out the enforcer or the tests",
                        SkippedCheck::examine),
                new Rule(
                        "module-pom",
                        RuleGroup.BUILD,
                        Level.STRICT,
                        "the POM of a module depends on the modules that it declares, and changes nothing of how it is"
                                + " built",
                        ModulePom::examine));
    }
}
