package io.watertight.guard.rules;

import com.tngtech.archunit.core.domain.JavaModifier;
import io.watertight.guard.code.AppModule;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;

/** Package-private types are what lets javac be the first guard. */
final class PublicInternals {

    void examine(CodeBase code, Findings findings) {
        code.guarded()
                .filter(it -> it.java().isTopLevelClass() && isInternal(code, it))
                .forEach(it -> {
                    findings.examined(it);
                    if (it.java().getModifiers().contains(JavaModifier.PUBLIC)
                            && !it.source().relative().endsWith(".kt")) {
                        findings.add(findings.at(it), "public", "%s is public.".formatted(it.simpleName()));
                    }
                });
    }

    /** Where a module has a package internal, whatever else it does not export is internal, too. */
    private static boolean isInternal(CodeBase code, CodeType type) {
        AppModule home = type.home();
        return home != null
                && !home.shared()
                && !type.isExported()
                && !type.packageName().equals(home.basePackage())
                && code.types().stream().anyMatch(it -> it.packageName().equals(home.internalPackage()));
    }
}
