package com.example.architecture.rules.build;

import com.example.architecture.rules.Rule;
import java.util.List;

/** The rules of {@link com.example.architecture.RuleGroup#BUILD}. */
public final class BuildRules {

    private BuildRules() {}

    public static List<Rule> rules() {
        return List.of(new ModulePoms(), new PersistenceTechnologies(), new NothingSkipped());
    }
}
