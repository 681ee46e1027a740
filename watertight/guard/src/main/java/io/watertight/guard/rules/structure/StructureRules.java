package io.watertight.guard.rules.structure;

import io.watertight.guard.Level;
import io.watertight.guard.RuleGroup;
import io.watertight.guard.rules.Rule;
import java.util.List;

/** The rules of this group, the most telling first. */
public final class StructureRules {

    private StructureRules() {}

    public static List<Rule> rules() {
        return List.of(
                new Rule(
                        "borrowed-package",
                        RuleGroup.STRUCTURE,
                        Level.CORE,
                        "each package is filled by one module alone, and each module fills only its own",
                        BorrowedPackage::examine),
                new Rule(
                        "foreign-internals",
                        RuleGroup.STRUCTURE,
                        Level.CORE,
                        "nobody names a type that another module does not export",
                        ForeignInternals::examine),
                new Rule(
                        "port-in-kernel",
                        RuleGroup.STRUCTURE,
                        Level.CORE,
                        "modules do not talk to each other through types of a shared module",
                        PortInKernel::examine),
                new Rule(
                        "undeclared-dependency",
                        RuleGroup.STRUCTURE,
                        Level.CORE,
                        "modules use only modules that they declare, and nothing uses the application",
                        UndeclaredDependency::examine,
                        "foreign-data",
                        "foreign-internals"),
                new Rule(
                        "module-cycle",
                        RuleGroup.STRUCTURE,
                        Level.CORE,
                        "dependencies of modules form no circle",
                        ModuleCycle::examine),
                new Rule(
                        "missing-declaration",
                        RuleGroup.STRUCTURE,
                        Level.STRICT,
                        "every module names the modules that it may use",
                        MissingDeclaration::examine),
                new Rule(
                        "public-internals",
                        RuleGroup.STRUCTURE,
                        Level.STRICT,
                        "every type in a module's internal package is package-private",
                        PublicInternals::examine),
                new Rule(
                        "pure-kernel",
                        RuleGroup.STRUCTURE,
                        Level.STRICT,
                        "a shared module uses value types of the JDK, JSpecify and io.watertight.api; its package"
                                + " adapters may use libraries",
                        PureKernel::examine),
                new Rule(
                        "module-census",
                        RuleGroup.STRUCTURE,
                        Level.STRICT,
                        "each folder below modules/ is one Maven module and one application module of the same name",
                        ModuleCensus::examine));
    }
}
