package io.watertight.guard.rules.exports;

import io.watertight.guard.codebase.CodeClass;
import io.watertight.guard.codebase.Codebase;
import io.watertight.guard.rules.Findings;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.util.List;

/** Exported interfaces and base classes behind which Spring Data or the module itself puts an entity. */
final class Disguises {

    private final Codebase code;
    private final Entities entities;

    Disguises(Codebase code, Entities entities) {
        this.code = code;
        this.entities = entities;
    }

    void report(Findings findings) {
        List<CodeClass> bases = Exports.of(code)
                .filter(it -> !it.type().isRecord() && !Exports.isShared(it) && !entities.isEntity(it.name()))
                .toList();
        for (CodeClass entity : code.persistence().entities()) {
            if (entities.isEntity(entity.name())) {
                bases.stream()
                        .filter(it -> !it.name().equals(entity.name())
                                && entity.type().isAssignableTo(it.name()))
                        .forEach(it -> findings.violation(
                                code.where(entity),
                                "The entity %s is a %s, which module '%s' exports."
                                        .formatted(entity.simpleName(), it.simpleName(), it.home()),
                                "Where %s is expected the entity itself can be handed out; javac and a reader see only %s."
                                        .formatted(it.simpleName(), it.simpleName()),
                                "Make %s a record, and let the module map the entity to it."
                                        .formatted(it.simpleName())));
            }
        }
        for (CodeClass repository : code.persistence().repositories()) {
            for (JavaMethod method : repository.type().getMethods()) {
                method.getReturnType().getAllInvolvedRawTypes().stream()
                        .flatMap(it -> bases.stream()
                                .filter(each ->
                                        each.type().isInterface() && each.name().equals(it.getName())))
                        .forEach(it -> findings.violation(
                                code.where(repository, method.getName()),
                                "%s.%s returns the exported interface %s, so Spring Data puts a proxy behind it."
                                        .formatted(repository.simpleName(), method.getName(), it.simpleName()),
                                "The proxy keeps the entity or the row, and hands it to whoever asks it.",
                                "Make %s a record: Spring Data fills its components.".formatted(it.simpleName())));
            }
        }
    }
}
