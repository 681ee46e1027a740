package io.watertight.guard.rules.data;

import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;
import io.watertight.guard.code.Persistence;
import io.watertight.guard.rules.Findings;
import java.util.Optional;

/** Whoever can name an entity or a repository can save and delete. */
final class ExposedData {

    private ExposedData() {}

    static void examine(CodeBase code, Findings findings) {
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
                            "The repository %s stores whatever it is given.".formatted(it.inWords()),
                            "What is stored may be any module's.",
                            "Name the entity that it stores."));
        });
    }

    private static void examine(CodeType type, String kind, Findings findings) {
        findings.examined(type);
        fault(type)
                .ifPresent(it -> findings.add(
                        findings.at(type),
                        type.name(),
                        "The %s %s %s.".formatted(kind, type.simpleName(), it),
                        "Whoever can name it can save and delete.",
                        "Move it, without 'public', into the module that owns the table; let others ask that"
                                + " module's service."));
    }

    private static Optional<String> fault(CodeType type) {
        if (!type.isInBusiness()) {
            return Optional.of("is part of %s".formatted(type.place()));
        }
        return type.isExported() && !type.module().open()
                ? Optional.of(
                        "is exported by module '%s'".formatted(type.module().name()))
                : Optional.empty();
    }

    private static void examineParts(CodeBase code, CodeType repository, Findings findings) {
        repository.java().getAllRawInterfaces().stream()
                .flatMap(it -> code.find(it).stream())
                .filter(it -> !Persistence.isRepository(it.java()))
                .filter(it -> it.isExported() || !it.isOwnedBy(repository.owner()))
                .forEach(it -> findings.add(
                        findings.at(repository),
                        it.name(),
                        "The repository %s extends %s, which others can name."
                                .formatted(repository.inWords(), it.simpleName()),
                        "Whoever asks the container for %s gets the repository itself.".formatted(it.simpleName()),
                        "Let the module's service implement %s and call the repository.".formatted(it.simpleName())));
    }
}
