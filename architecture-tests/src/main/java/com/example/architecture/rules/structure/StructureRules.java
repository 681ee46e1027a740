package com.example.architecture.rules.structure;

import com.example.architecture.rules.Rule;
import java.util.List;

/** The rules of {@link com.example.architecture.RuleGroup#STRUCTURE}. */
public final class StructureRules {

    private StructureRules() {}

    public static List<Rule> rules() {
        return List.of(
                new ModuleCensus(),
                new PackagesAtHome(),
                new HiddenInternals(),
                new DeclaredDependencies(),
                new Arrows(),
                new PureKernel(),
                new TestsAtHome());
    }
}
