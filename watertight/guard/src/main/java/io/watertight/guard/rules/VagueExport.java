package io.watertight.guard.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.JavaTypeVariable;
import com.tngtech.archunit.core.domain.JavaWildcardType;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;
import io.watertight.guard.code.CodeUnit.Role;
import io.watertight.guard.code.References.Use;
import io.watertight.guard.code.Spring;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A signature that could carry anything will carry an entity one day, and nobody will see it. */
final class VagueExport {

    private static final Pattern HOLDERS = Pattern.compile(
            "java\\.util\\.(Optional|Collection|Sequenced(Collection|Set|Map)|List|Set|SortedSet|NavigableSet|Map|SortedMap|NavigableMap|EnumSet|EnumMap|Map\\$Entry|Iterator|Comparator|stream\\.\\w*Stream|function\\.\\w+)"
                    + "|java\\.lang\\.(Iterable|Comparable|Enum)");
    private static final Pattern NO_VALUES = Pattern.compile("java\\.(sql|lang\\.reflect|lang\\.invoke)\\..*");
    private static final Pattern VALUES_OF_LIBRARIES = Pattern.compile(
            "java\\..*|io\\.watertight\\.api\\..*|org\\.jmolecules\\..*|kotlin\\..*|jakarta\\.validation\\..*");
    private static final Pattern ENVELOPE = Pattern.compile("org\\.springframework\\.http\\.\\w+Entity");
    private static final String ANYTHING = "Object, which could be anything";

    private VagueExport() {}

    static void examine(CodeBase code, Findings findings) {
        code.guarded().filter(it -> it.is(Spring.CONTROLLER)).forEach(it -> examineBodies(it, findings));
        Exports.of(code)
                .filter(it -> !it.java().isAnnotation() && !code.persistence().isData(it.name()))
                .filter(it -> !it.is(Spring.CONFIGURATION))
                .forEach(it -> {
                    findings.examined(it);
                    Exports.members(it).stream()
                            .filter(member ->
                                    !(it.isBean() && member.getName().equals("<init>")) && !isOverride(it, member))
                            .forEach(member -> Exports.typesOf(member)
                                    .flatMap(type -> fault(code, it, type).stream())
                                    .findFirst()
                                    .ifPresent(fault -> report(it, member.getName(), fault, findings)));
                    it.uses().stream()
                            .map(Use::type)
                            .filter(type -> type.matches("org\\.springframework\\.data\\.(?!domain\\.).*"))
                            .findFirst()
                            .ifPresent(type ->
                                    report(it, "", Lines.simple(type) + ", which is for what is stored", findings));
                });
    }

    /** A body that could be anything may be an entity. Any other map that a handler takes is the model of a page. */
    private static void examineBodies(CodeType type, Findings findings) {
        type.java().getMethods().stream()
                .filter(it -> it.getAnnotations().stream()
                        .anyMatch(mark -> mark.getRawType()
                                .getName()
                                .matches("org\\.springframework\\.web\\.bind\\.annotation\\.\\w+Mapping")))
                .filter(it -> Stream.concat(
                                Stream.of(it.getReturnType()),
                                it.getParameters().stream()
                                        .filter(VagueExport::isBody)
                                        .map(JavaParameter::getType))
                        .anyMatch(VagueExport::couldBeAnything))
                .forEach(it -> report(type, it.getName(), ANYTHING, findings));
    }

    private static boolean isBody(JavaParameter parameter) {
        return parameter.isAnnotatedWith("org.springframework.web.bind.annotation.RequestBody")
                || ENVELOPE.matcher(parameter.getRawType().getName()).matches();
    }

    /** Object, alone or as an argument of another type, an unbounded wildcard, or an envelope without an argument. */
    private static boolean couldBeAnything(JavaType type) {
        return type.getAllInvolvedRawTypes().stream()
                        .anyMatch(it -> it.getName().equals("java.lang.Object"))
                || type.getName().endsWith("<?>")
                || (type instanceof JavaClass
                        && ENVELOPE.matcher(type.getName()).matches());
    }

    /** What the JDK or a shared type asks for was decided there. */
    private static boolean isOverride(CodeType type, JavaMember member) {
        return type.java().isAssignableTo(Throwable.class)
                || Stream.concat(
                                type.java().getAllRawInterfaces().stream(),
                                type.java().getAllRawSuperclasses().stream())
                        .filter(it -> !it.getName().equals("java.lang.Object"))
                        .flatMap(it -> it.getMethods().stream())
                        .anyMatch(it -> it.getName().equals(member.getName()));
    }

    private static Optional<String> fault(CodeBase code, CodeType exported, JavaType type) {
        boolean kernel = exported.owner() != null && exported.owner().shared();
        return switch (type) {
            case JavaTypeVariable<?> it ->
                kernel || !it.toErasure().getName().equals("java.lang.Object")
                        ? Optional.empty()
                        : Optional.of("the type variable %s, which could be anything".formatted(it.getName()));
            case JavaWildcardType it ->
                it.getUpperBounds().isEmpty() && !kernel
                        ? Optional.of("a wildcard, which could be anything")
                        : it.getUpperBounds().stream()
                                .flatMap(bound -> fault(code, exported, bound).stream())
                                .findFirst();
            case JavaParameterizedType it ->
                named(code, it.toErasure(), true, kernel)
                        .or(() -> it.getActualTypeArguments().stream()
                                .flatMap(argument -> fault(code, exported, argument).stream())
                                .findFirst());
            default -> named(code, type.toErasure(), false, kernel);
        };
    }

    private static Optional<String> named(CodeBase code, JavaClass type, boolean parameterized, boolean kernel) {
        JavaClass element = type.getBaseComponentType();
        CodeType own = code.find(element).orElse(null);
        if (own != null) { // Entities are told by a rule of their own.
            return own.isExported()
                            || own.unit().role() == Role.TECHNICAL
                            || code.persistence().isData(own.name())
                    ? Optional.empty()
                    : Optional.of("%s, which is not exported".formatted(own.simpleName()));
        }
        String name = element.getName();
        if (name.equals("java.lang.Object")) {
            return kernel ? Optional.empty() : Optional.of(ANYTHING);
        }
        if (NO_VALUES.matcher(name).matches()) {
            return Optional.of("%s, which is no value".formatted(element.getSimpleName()));
        }
        if (HOLDERS.matcher(name).matches() && !parameterized && !kernel) {
            return Optional.of("%s without saying of what".formatted(element.getSimpleName()));
        }
        return element.isPrimitive() || VALUES_OF_LIBRARIES.matcher(name).matches()
                ? Optional.empty()
                : Optional.of("%s, which is a type of a library".formatted(element.getSimpleName()));
    }

    private static void report(CodeType type, String member, String fault, Findings findings) {
        findings.add(findings.at(type, member, 0), fault, "%s speaks of %s.".formatted(type.inWords(member), fault));
    }
}
