package io.watertight.guard.rules.structure;

import com.tngtech.archunit.core.domain.JavaModifier;
import io.watertight.guard.code.AppModule;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;
import io.watertight.guard.rules.Findings;
import java.util.Objects;

/** Package-private types are what lets javac be the first guard. */
final class PublicInternals {

    private PublicInternals() {}

    static void examine(CodeBase code, Findings findings) {
        code.guarded()
                .filter(it -> it.java().isTopLevelClass() && isInternal(code, it))
                .forEach(it -> {
                    findings.examined(it);
                    if (it.java().getModifiers().contains(JavaModifier.PUBLIC)
                            && !it.source().relative().endsWith(".kt")) {
                        findings.add(
                                findings.at(it),
                                "public",
                                "%s is public.".formatted(it.simpleName()),
                                "What is public in an internal package can be named, and saved, by everybody; javac"
                                        + " would not object.",
                                "Remove 'public'. If others need it, put a record or an interface for it into %s."
                                        .formatted(Objects.requireNonNull(it.home())
                                                .basePackage()));
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
