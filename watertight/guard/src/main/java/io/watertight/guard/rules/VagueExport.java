package io.watertight.guard.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaType;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;
import io.watertight.guard.code.CodeUnit.Role;
import io.watertight.guard.code.References.Use;
import io.watertight.guard.code.Spring;
import java.util.Optional;
import java.util.regex.Pattern;

/** A signature that could carry anything will carry an entity one day, and nobody will see it. */
final class VagueExport {

    private static final Pattern HOLDERS = Pattern.compile(
            "java\\.util\\.(Optional|Collection|Sequenced(Collection|Set|Map)|List|Set|SortedSet|NavigableSet|Map|SortedMap|NavigableMap|EnumSet|EnumMap|Map\\$Entry|Iterator|Comparator|stream\\.\\w*Stream|function\\.\\w+)"
                    + "|java\\.lang\\.(Iterable|Comparable|Enum)");
    private static final Pattern NO_VALUES = Pattern.compile("java\\.(sql|lang\\.reflect|lang\\.invoke)\\..*");
    private static final Pattern VALUES_OF_LIBRARIES = Pattern.compile(
            "java\\..*|io\\.watertight\\.api\\..*|org\\.jmolecules\\..*|kotlin\\..*|jakarta\\.validation\\..*");
    private static final Pattern ENVELOPE = Pattern.compile("org\\.springframework\\.http\\.\\w+Entity");
    private static final Pattern ANYTHING_IN_A_TYPE = Pattern.compile(
            "[<,] ?(\\?|java\\.(util\\.(Map|List|Set|Collection|Optional)|lang\\.Record|io\\.Serializable))[,>]");
    private static final Pattern OBJECT = Pattern.compile("(^|[<,] ?)(\\?|java\\.lang\\.Object)($|[>,])");
    private static final String ANYTHING = "Object, a wildcard or the like, which could be anything";

    void examine(CodeBase code, Findings findings) {
        code.guarded().filter(it -> it.is(Spring.CONTROLLER)).forEach(it -> examineBodies(code, it, findings));
        Exports.of(code)
                .filter(it -> !it.java().isAnnotation() && !code.persistence().isData(it.name()))
                .filter(it -> !it.is(Spring.CONFIGURATION) && !it.is(Spring.CONTROLLER_ADVICE))
                .forEach(it -> {
                    findings.examined(it);
                    Exports.members(it).stream()
                            .filter(member ->
                                    !(it.isBean() && member.getName().equals("<init>")) && !isOverride(it, member))
                            .forEach(member -> Exports.typesOf(member)
                                    .flatMap(type -> fault(code, it, type).stream())
                                    .findFirst()
                                    .ifPresent(fault -> findings.says(it, member.getName(), "exposes " + fault)));
                    it.uses().stream()
                            .map(Use::type)
                            .filter(type -> type.matches("org\\.springframework\\.data\\.(?!domain\\.).*"))
                            .findFirst()
                            .ifPresent(type -> findings.says(
                                    it, "", "exposes " + Lines.simple(type) + ", which is for what is stored"));
                });
    }

    /** A body that could be anything may be an entity. Any other map that a handler takes is the model of a page. */
    private static void examineBodies(CodeBase code, CodeType type, Findings findings) {
        type.java().getMethods().stream()
                .filter(it -> it.getAnnotations().stream()
                        .anyMatch(mark -> mark.getRawType()
                                .getName()
                                .matches("org\\.springframework\\.web\\.bind\\.annotation\\.\\w+Mapping")))
                .filter(it -> couldBeAnything(code, it.getReturnType())
                        || it.getParameters().stream()
                                .filter(given -> given.isAnnotatedWith(
                                                "org.springframework.web.bind.annotation.RequestBody")
                                        || ENVELOPE.matcher(given.getRawType().getName())
                                                .matches())
                                .anyMatch(body -> couldBeAnything(body.getType())))
                .forEach(it -> findings.says(type, it.getName(), "exposes " + ANYTHING));
    }

    /** Also behind a field of a type of the application's own, such as the envelope of all answers. */
    static boolean couldBeAnything(CodeBase code, JavaType type) {
        return couldBeAnything(type)
                || type.getAllInvolvedRawTypes().stream()
                        .flatMap(it -> code.find(it).stream())
                        .flatMap(CodeType::fields)
                        .filter(it -> !it.getRawType().isEquivalentTo(Class.class))
                        .anyMatch(it -> OBJECT.matcher(it.getType().getName()).find());
    }

    /** Object, alone or as an argument of another type, an unbounded wildcard, or an envelope without an argument. */
    private static boolean couldBeAnything(JavaType type) {
        return ANYTHING_IN_A_TYPE.matcher(type.getName()).find()
                || type.getAllInvolvedRawTypes().stream()
                        .anyMatch(it -> it.getName().equals("java.lang.Object"))
                || (type instanceof JavaClass
                        && ENVELOPE.matcher(type.getName()).matches());
    }

    /** What the JDK or a shared type asks for was decided there. */
    private static boolean isOverride(CodeType type, JavaMember member) {
        return type.java().isAssignableTo(Throwable.class)
                || type.java().getAllClassesSelfIsAssignableTo().stream()
                        .filter(it -> !it.equals(type.java()) && !it.getName().equals("java.lang.Object"))
                        .flatMap(it -> it.getMethods().stream())
                        .anyMatch(it -> it.getName().equals(member.getName()));
    }

    private static Optional<String> fault(CodeBase code, CodeType exported, JavaType type) {
        boolean kernel = exported.isShared();
        if (!kernel && couldBeAnything(type)) {
            return Optional.of(ANYTHING);
        }
        if (!kernel
                && type instanceof JavaClass raw
                && HOLDERS.matcher(raw.getName()).matches()) {
            return Optional.of("%s without a type argument".formatted(raw.getSimpleName()));
        }
        return type.getAllInvolvedRawTypes().stream()
                .map(JavaClass::getBaseComponentType)
                .flatMap(it -> fault(code, it).stream())
                .findFirst();
    }

    private static Optional<String> fault(CodeBase code, JavaClass type) {
        CodeType own = code.find(type).orElse(null);
        if (own != null) { // Entities have a rule of their own.
            return own.isExported()
                            || own.unit().role() == Role.TECHNICAL
                            || code.persistence().isData(own.name())
                    ? Optional.empty()
                    : Optional.of("%s, which is not exported".formatted(own.simpleName()));
        }
        if (NO_VALUES.matcher(type.getName()).matches()) {
            return Optional.of("%s, which is not a value".formatted(type.getSimpleName()));
        }
        return type.isPrimitive() || VALUES_OF_LIBRARIES.matcher(type.getName()).matches()
                ? Optional.empty()
                : Optional.of("%s, which is a type of a library".formatted(type.getSimpleName()));
    }
}
