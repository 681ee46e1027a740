package io.watertight.guard.rules.structure;

import io.watertight.guard.rules.Rule;
import java.util.List;

/** The rules of {@link io.watertight.guard.RuleGroup#STRUCTURE}. */
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
