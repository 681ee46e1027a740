package io.watertight.guard.rules.exports;

import io.watertight.guard.RuleGroup;
import io.watertight.guard.codebase.CodeClass;
import io.watertight.guard.codebase.Codebase;
import io.watertight.guard.codebase.DomainModule;
import io.watertight.guard.rules.Findings;
import io.watertight.guard.rules.Rule;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A service that stores what it is given is a table with another name. */
final class NoCrud implements Rule {

    private static final String WHY =
            "Whoever may save anything decides on his own what is valid: the rules that belong to the change stand nowhere, or everywhere.";

    @Override
    public String id() {
        return "no-crud-exports";
    }

    @Override
    public RuleGroup group() {
        return RuleGroup.EXPORTS;
    }

    @Override
    public String promise() {
        return "a module exports what can be done in its business, not how to store rows";
    }

    @Override
    public void examine(Codebase code, Findings findings) {
        Entities entities = new Entities(code);
        for (DomainModule module : code.modules()) {
            Set<String> nouns = nouns(code, entities, module);
            HandedOut handedOut = new HandedOut(code, module);
            code.exportsOf(module).stream()
                    .filter(it -> !entities.isEntity(it.name())
                            && !it.type().isAnnotation()
                            && !it.isAnonymous()
                            && !Exports.isWiring(code, it))
                    .forEach(exported -> {
                        findings.examined(exported);
                        examineName(code, exported, findings);
                        methods(code, exported).forEach(it -> examine(code, exported, it, nouns, handedOut, findings));
                    });
        }
    }

    private static Stream<JavaMethod> methods(Codebase code, CodeClass exported) {
        boolean service = exported.type().isInterface() || Exports.isPublicService(code, exported);
        return exported.type().getMethods().stream()
                .filter(it -> it.getModifiers().contains(JavaModifier.PUBLIC)
                        && !it.getModifiers().contains(JavaModifier.SYNTHETIC)
                        && !it.getModifiers().contains(JavaModifier.BRIDGE))
                // An accessor may be called like a verb: the "update" of a record.
                .filter(it -> !exported.type().isRecord()
                        || exported.type().tryGetField(it.getName()).isEmpty())
                // Data may make other data; it cannot store itself.
                .filter(it -> service || it.getRawReturnType().getName().matches("void|boolean"));
    }

    private static void examineName(Codebase code, CodeClass exported, Findings findings) {
        if (exported.simpleName()
                .replaceFirst(".*\\.", "")
                .matches(".*(Repository|Dao|DAO|Crud(Service|Operations)?)")) {
            findings.violation(
                    code.where(exported),
                    "%s, exported by %s, says by its name that it stores things."
                            .formatted(exported.simpleName(), Exports.exporterOf(exported)),
                    "Storage is the inside of a module; others are to know what it does, not where it keeps it.",
                    "Name it after the business, as a service with the verbs of its people, and keep repositories internal.");
        }
    }

    private static void examine(
            Codebase code,
            CodeClass exported,
            JavaMethod method,
            Set<String> nouns,
            HandedOut handedOut,
            Findings findings) {
        if (CrudWords.isCrud(method.getName(), nouns)) {
            findings.violation(
                    code.where(exported, method.getName()),
                    "%s.%s, exported by %s, stores or deletes rows by its name."
                            .formatted(exported.simpleName(), method.getName(), Exports.exporterOf(exported)),
                    WHY,
                    CrudWords.instead(method.getName()));
            return;
        }
        Optional<String> back = handedOut.takenBackBy(method);
        if (HandedOut.isForAnything(method)) {
            findings.violation(
                    code.where(exported, method.getName()),
                    "%s.%s, exported by %s, takes anything and returns it or nothing: a table with a type parameter."
                            .formatted(exported.simpleName(), method.getName(), Exports.exporterOf(exported)),
                    WHY,
                    "Let each module export a service of its own, with the verbs of its business.");
            return;
        }
        back.ifPresent(it -> findings.violation(
                code.where(exported, method.getName()),
                "%s.%s, exported by %s, takes back the %s that the module hands out."
                        .formatted(exported.simpleName(), method.getName(), Exports.exporterOf(exported), it),
                "Read, modify, write back: that is save() by another name, and the last one to write wins over everybody's changes.",
                "Take the key and a record of its own that says what is to change, for instance %s(String key, %sRevision revision)."
                        .formatted(method.getName(), it.replaceFirst("Dto$", ""))));
    }

    /** What the module's rows are called: its entities, and itself in the singular. */
    private static Set<String> nouns(Codebase code, Entities entities, DomainModule module) {
        return Stream.concat(
                        code.persistence().entities().stream()
                                .filter(it -> module.equals(it.home()) && entities.isEntity(it.name()))
                                .map(it -> it.simpleName().replaceFirst(".*\\.", "")),
                        code.exportsOf(module).stream()
                                .map(it -> it.simpleName().replaceFirst(".*\\.", ""))
                                .filter(it -> it.endsWith("Dto"))
                                .filter(it -> code.persistence().entities().stream()
                                        .anyMatch(entity -> entity.simpleName().equals(it.replaceFirst("Dto$", "")))))
                .collect(Collectors.toSet());
    }
}
