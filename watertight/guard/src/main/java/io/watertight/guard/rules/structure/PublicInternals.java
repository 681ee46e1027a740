package io.watertight.guard.rules.structure;

import com.tngtech.archunit.core.domain.JavaModifier;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;
import io.watertight.guard.rules.Findings;

/** Package-private types are what lets javac be the first guard. */
final class PublicInternals {

    private PublicInternals() {}

    static void examine(CodeBase code, Findings findings) {
        code.guarded()
                .filter(it -> it.java().isTopLevelClass() && isInternal(it))
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
                                        .formatted(it.packageName().replaceFirst("\\.internal.*", "")));
                    }
                });
    }

    private static boolean isInternal(CodeType type) {
        return type.home() != null
                && !type.home().shared()
                && (type.packageName() + ".").startsWith(type.home().internalPackage() + ".");
    }
}
