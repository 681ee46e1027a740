package io.watertight.guard.rules.exports;

import io.watertight.guard.RuleGroup;
import io.watertight.guard.codebase.CodeClass;
import io.watertight.guard.codebase.Codebase;
import io.watertight.guard.rules.Findings;
import io.watertight.guard.rules.Rule;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Optional;

/** What passes between modules is the same for both sides, for ever. */
final class ImmutableData implements Rule {

    private static final String WHY =
            "Modules hand each other the same object, not a copy: who changes it changes what the other one relies on.";

    @Override
    public String id() {
        return "exported-data-immutable";
    }

    @Override
    public RuleGroup group() {
        return RuleGroup.EXPORTS;
    }

    @Override
    public String promise() {
        return "what a module exports besides its services is data that nobody can change";
    }

    @Override
    public void examine(Codebase code, Findings findings) {
        Entities entities = new Entities(code);
        Fields fields = new Fields(code, new Copies(code));
        Optional<CodeClass> baseException = Exports.baseException(code);
        Exports.of(code)
                .filter(it -> Exports.isData(code, entities, it) && !isBuilder(it.type()))
                .forEach(exported -> {
                    findings.examined(exported);
                    if (Exports.isBean(exported.type())) {
                        findings.violation(
                                code.where(exported),
                                "%s, which the container makes, is exported by %s."
                                        .formatted(exported.simpleName(), Exports.exporterOf(exported)),
                                "Others would call the implementation itself, and whatever it holds leaves the module with it.",
                                "Make it package-private in %s; export an interface if others call it."
                                        .formatted(
                                                exported.home() == null
                                                        ? "the module"
                                                        : exported.home().internalPackage()));
                    } else if (isNeitherDataNorPure(exported.type()) && code.isOneUnitPerModule()) {
                        findings.violation(
                                code.where(exported),
                                "%s, exported by %s, is a class that can be extended or changed."
                                        .formatted(exported.simpleName(), Exports.exporterOf(exported)),
                                WHY,
                                "Make it a record; an interface with an implementation in the internal package if it does something; sealed if it is one of several.");
                    } else {
                        fields.examine(exported, findings);
                    }
                    baseException
                            .filter(it -> isForeignException(exported, it))
                            .ifPresent(it -> findings.violation(
                                    code.where(exported),
                                    "The exception %s, exported by %s, does not extend %s."
                                            .formatted(
                                                    exported.simpleName(),
                                                    Exports.exporterOf(exported),
                                                    it.simpleName()),
                                    "Only what extends %s gets a stable name and a status over HTTP; the rest is an internal error to every caller."
                                            .formatted(it.simpleName()),
                                    "Write 'extends %s' and call its constructor.".formatted(it.simpleName())));
                });
    }

    private static boolean isForeignException(CodeClass exported, CodeClass base) {
        return exported.type().isAssignableTo(Throwable.class)
                && !exported.type().isAssignableTo(base.name())
                && !Exports.isShared(exported);
    }

    /** It is changed until there is something to hand over, and by its maker alone. */
    private static boolean isBuilder(JavaClass type) {
        return type.getMethods().stream()
                .anyMatch(it -> it.getName().equals("build")
                        && it.getRawParameterTypes().isEmpty()
                        && type.getEnclosingClass()
                                .filter(it.getRawReturnType()::equals)
                                .isPresent());
    }

    /** A class may be data if it cannot be extended and nobody but itself sees its fields; "fields" looks at those. */
    private static boolean isNeitherDataNorPure(JavaClass type) {
        return !type.isRecord()
                && !type.isEnum()
                && !type.isInterface()
                && !type.isAssignableTo(Throwable.class)
                && !type.getModifiers().contains(JavaModifier.FINAL)
                && !(type.isSealed() && type.getModifiers().contains(JavaModifier.ABSTRACT));
    }
}
