package io.watertight.guard.rules.structure;

import io.watertight.guard.rules.Rule;
import java.util.List;

/** The rules of this group, the most telling first. */
public final class StructureRules {

    private StructureRules() {}

    public static List<Rule> rules() {
        return List.of(
                new BorrowedPackage(),
                new ForeignInternals(),
                new PortInKernel(),
                new UndeclaredDependency(),
                new ModuleCycle(),
                new MissingDeclaration(),
                new PublicInternals(),
                new PureKernel(),
                new ModuleCensus());
    }
}
