package io.watertight.guard.rules.structure;

import io.watertight.guard.RuleGroup;
import io.watertight.guard.codebase.CodeClass;
import io.watertight.guard.codebase.Codebase;
import io.watertight.guard.codebase.DomainModule;
import io.watertight.guard.rules.Findings;
import io.watertight.guard.rules.Rule;
import com.tngtech.archunit.core.domain.JavaModifier;

/** Package-private types are what lets javac be the first guard. */
final class HiddenInternals implements Rule {

    @Override
    public String id() {
        return "hidden-internals";
    }

    @Override
    public RuleGroup group() {
        return RuleGroup.STRUCTURE;
    }

    @Override
    public String promise() {
        return "every type in a module's internal package is package-private";
    }

    @Override
    public void examine(Codebase code, Findings findings) {
        code.guardedClasses()
                .filter(it -> !it.isDescriptor() && it.isTopLevel() && isInternal(it))
                .forEach(it -> {
                    findings.examined(it);
                    if (it.type().getModifiers().contains(JavaModifier.PUBLIC)) {
                        findings.violation(
                                code.where(it),
                                "%s is public.".formatted(it.simpleName()),
                                "What is public in an internal package can be named, and saved, by everybody; javac would not object.",
                                "Remove 'public'. If others need it, put a record or an interface for it into %s."
                                        .formatted(it.packageName().replaceFirst("\\.internal.*", "")));
                    }
                });
    }

    private static boolean isInternal(CodeClass type) {
        DomainModule home = type.home();
        return home != null && (type.packageName() + ".").startsWith(home.internalPackage() + ".");
    }
}
