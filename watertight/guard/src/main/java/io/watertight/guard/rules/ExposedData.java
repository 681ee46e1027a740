package io.watertight.guard.rules;

import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;
import io.watertight.guard.code.Persistence;

/** A class that can name an entity or a repository can save and delete. */
final class ExposedData {

    void examine(CodeBase code, Findings findings) {
        code.persistence().entities().forEach(it -> examine(it, "entity", findings));
        code.persistence().repositories().forEach(it -> {
            examine(it, "repository", findings);
            examineParts(code, it, findings);
            code.persistence()
                    .storedBy(it)
                    .filter(stored -> stored.getName().equals("java.lang.Object"))
                    .ifPresent(_ -> findings.add(
                            findings.at(it),
                            "Object",
                            "The repository %s stores objects of any type.".formatted(it.inWords()),
                            "Name the entity that it stores."));
        });
    }

    private static void examine(CodeType type, String kind, Findings findings) {
        findings.examined(type);
        boolean exported =
                type.isInBusiness() && type.isExported() && !type.module().open();
        if (exported || !type.isInBusiness()) {
            findings.add(
                    findings.at(type),
                    type.name(),
                    "The %s %s is %s %s."
                            .formatted(kind, type.simpleName(), exported ? "exported by" : "part of", type.place()));
        }
    }

    /** A class that injects such a part gets the repository itself. */
    private static void examineParts(CodeBase code, CodeType repository, Findings findings) {
        repository.java().getAllRawInterfaces().stream()
                .flatMap(it -> code.find(it).stream())
                .filter(it ->
                        !Persistence.isRepository(it.java()) && (it.isExported() || !it.isOwnedBy(repository.owner())))
                .forEach(it -> findings.add(
                        findings.at(repository),
                        it.name(),
                        "The repository %s extends %s, which others can name."
                                .formatted(repository.inWords(), it.simpleName()),
                        "Let the module's service implement %s and call the repository.".formatted(it.simpleName())));
    }
}
