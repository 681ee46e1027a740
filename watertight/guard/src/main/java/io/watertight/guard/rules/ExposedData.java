package io.watertight.guard.rules;

import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;

/** A class that can name an entity or a repository can save and delete. */
final class ExposedData {

    void examine(CodeBase code, Findings findings) {
        code.persistence().entities().forEach(it -> examine(it, "entity", findings));
        code.persistence().repositories().forEach(it -> {
            examine(it, "repository", findings);
            code.persistence()
                    .storedBy(it)
                    .filter(stored -> stored.getName().equals("java.lang.Object"))
                    .ifPresent(_ -> findings.add(
                            it,
                            "Object",
                            "The repository %s stores objects of any type.".formatted(it.inWords()),
                            "Name the entity that it stores."));
        });
    }

    private static void examine(CodeType type, String kind, Findings findings) {
        findings.examined(type);
        boolean exported = type.isInBusiness();
        if (!exported || (type.isExported() && !type.module().open())) {
            findings.add(
                    findings.at(type),
                    type.name(),
                    "The %s %s is %s %s."
                            .formatted(kind, type.simpleName(), exported ? "exported by" : "part of", type.place()));
        }
    }
}
