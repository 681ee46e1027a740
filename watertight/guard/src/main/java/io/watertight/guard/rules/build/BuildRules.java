package io.watertight.guard.rules.build;

import io.watertight.guard.rules.Rule;
import java.util.List;

/** The rules of {@link io.watertight.guard.RuleGroup#BUILD}. */
public final class BuildRules {

    private BuildRules() {}

    public static List<Rule> rules() {
        return List.of(new ModulePoms(), new PersistenceTechnologies(), new NothingSkipped());
    }
}
