package io.watertight.guard.rules.build;

import io.watertight.guard.rules.Rule;
import java.util.List;

/** The rules of this group, the most telling first. */
public final class BuildRules {

    private BuildRules() {}

    public static List<Rule> rules() {
        return List.of(new SkippedCheck(), new ModulePom(), new SecondTechnology());
    }
}
