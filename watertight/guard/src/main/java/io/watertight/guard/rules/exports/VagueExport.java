package io.watertight.guard.rules.exports;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.JavaTypeVariable;
import com.tngtech.archunit.core.domain.JavaWildcardType;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;
import io.watertight.guard.code.CodeUnit;
import io.watertight.guard.code.Spring;
import io.watertight.guard.rules.Advice;
import io.watertight.guard.rules.Findings;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A signature that could carry anything will carry an entity one day, and nobody will see it. */
final class VagueExport {

    private static final Pattern VALUES = Pattern.compile(
            "io\\.watertight\\.api\\..*|java\\.lang\\.(String|CharSequence|Boolean|Byte|Short|Character|Integer|Long|Float|Double|Number|Void|Enum|Record|Comparable|Class|Iterable|AutoCloseable|Deprecated)"
                    + "|java\\.(math|time|text)\\..*|java\\.net\\.(URI|URL|InetAddress)|java\\.io\\.(Serializable|InputStream)"
                    + "|java\\.util\\.(UUID|Locale|Currency|TimeZone|OptionalInt|OptionalLong|OptionalDouble|Comparator|regex\\.Pattern)"
                    + "|org\\.jmolecules\\..*|kotlin\\..*|java\\.lang\\.annotation\\..*|jakarta\\.validation\\..*");

    private static final Pattern HOLDERS = Pattern.compile(
            "java\\.util\\.(Optional|Collection|Sequenced(Collection|Set|Map)|List|Set|SortedSet|NavigableSet|Map|SortedMap|NavigableMap|EnumSet|EnumMap|Map\\$Entry|Iterator)"
                    + "|java\\.lang\\.(Iterable|Comparable|Class|Enum)|java\\.util\\.Comparator|java\\.util\\.stream\\.\\w*Stream|java\\.util\\.function\\.\\w+");

    private static final Pattern ENVELOPE = Pattern.compile("org\\.springframework\\.http\\.\\w+Entity");

    private static final Set<String> NO_DATA =
            Set.of("org.springframework.modulith.events.Externalized", "org.springframework.modulith.NamedInterface");

    private VagueExport() {}

    static void examine(CodeBase code, Findings findings) {
        code.guarded().filter(it -> it.is(Spring.CONTROLLER)).forEach(it -> examineBodies(it, findings));
        Exports.of(code)
                .filter(it -> !it.java().isAnnotation() && !code.persistence().isData(it.name()))
                .forEach(it -> {
                    findings.examined(it);
                    if (Exports.isWiring(it) && !Advice.isService(code, it) && it.is(Spring.CONFIGURATION)) {
                        return;
                    }
                    for (JavaMember member : Exports.members(it)) {
                        if (!isBean(it, member) && !isOverride(it, member)) {
                            Exports.typesOf(member)
                                    .flatMap(type -> fault(code, it, type).stream())
                                    .findFirst()
                                    .ifPresent(fault -> report(it, member.getName(), fault, findings));
                        }
                    }
                    mark(it).ifPresent(found -> report(it, "", found, findings));
                });
    }

    /** A body that could be anything may be an entity. */
    private static void examineBodies(CodeType type, Findings findings) {
        type.java().getMethods().stream()
                .filter(it -> it.getAnnotations().stream()
                        .anyMatch(mark -> mark.getRawType()
                                .getName()
                                .matches("org\\.springframework\\.web\\.bind\\.annotation\\.\\w+Mapping")))
                .filter(it -> bodiesOf(it).anyMatch(VagueExport::couldBeAnything))
                .forEach(it -> report(type, it.getName(), "Object, which could be anything", findings));
    }

    /** What it answers with and what it takes as a body; any other map is the model of a page. */
    private static Stream<JavaType> bodiesOf(JavaMethod handler) {
        return Stream.concat(
                Stream.of(handler.getReturnType()),
                handler.getParameters().stream()
                        .filter(it -> it.isAnnotatedWith("org.springframework.web.bind.annotation.RequestBody")
                                || ENVELOPE.matcher(it.getRawType().getName()).matches())
                        .map(JavaParameter::getType));
    }

    /** Object, alone or as an argument of another type, an unbounded wildcard, or an envelope without an argument. */
    private static boolean couldBeAnything(JavaType type) {
        return type.getAllInvolvedRawTypes().stream()
                        .anyMatch(it -> it.getName().equals("java.lang.Object"))
                || type.getName().endsWith("<?>")
                || (type instanceof JavaClass
                        && ENVELOPE.matcher(type.getName()).matches());
    }

    /** What the container puts into a service that is a class. */
    private static boolean isBean(CodeType type, JavaMember member) {
        return type.isBean() && member.getName().equals("<init>");
    }

    /** What the JDK or a shared type asks for was decided there. */
    private static boolean isOverride(CodeType type, JavaMember member) {
        return type.java().isAssignableTo(Throwable.class)
                || Stream.concat(
                                type.java().getAllRawInterfaces().stream(),
                                type.java().getAllRawSuperclasses().stream())
                        .filter(it -> !it.getName().equals("java.lang.Object"))
                        .anyMatch(it -> it.getMethods().stream()
                                .anyMatch(method -> method.getName().equals(member.getName())));
    }

    private static Optional<String> mark(CodeType type) {
        return type.uses().stream()
                .map(CodeType.Use::type)
                .filter(it -> it.startsWith("org.springframework.data.") && !NO_DATA.contains(it))
                .filter(it -> !it.startsWith("org.springframework.data.domain."))
                .findFirst()
                .map(it -> it.replaceFirst(".*\\.", "") + ", which is for what is stored");
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
        String name = element.getName();
        if (element.isPrimitive()) {
            return Optional.empty();
        }
        CodeType own = code.find(element).orElse(null);
        if (own != null) {
            return own(code, own);
        }
        if (HOLDERS.matcher(name).matches()) {
            return parameterized || name.equals("java.lang.Class") || kernel
                    ? Optional.empty()
                    : Optional.of("%s without saying of what".formatted(element.getSimpleName()));
        }
        if (VALUES.matcher(name).matches() || (kernel && name.equals("java.lang.Object"))) {
            return Optional.empty();
        }
        @Nullable
        String why = name.equals("java.lang.Object")
                ? "Object, which could be anything"
                : name.startsWith("java.")
                        ? null
                        : "%s, which is a type of a library".formatted(element.getSimpleName());
        return name.matches("java\\.(sql|lang\\.reflect|lang\\.invoke)\\..*")
                ? Optional.of("%s, which is no value".formatted(element.getSimpleName()))
                : Optional.ofNullable(why);
    }

    private static Optional<String> own(CodeBase code, CodeType type) {
        if (code.persistence().isData(type.name())) {
            return Optional.empty(); // Told by the rule on entities.
        }
        return type.isExported() || type.unit().role() == CodeUnit.Role.TECHNICAL
                ? Optional.empty()
                : Optional.of("%s, which is not exported".formatted(type.simpleName()));
    }

    private static void report(CodeType type, String member, String fault, Findings findings) {
        findings.add(
                findings.at(type, member, 0),
                fault,
                "%s speaks of %s."
                        .formatted(
                                member.isEmpty() || member.startsWith("<")
                                        ? type.inWords()
                                        : "%s.%s of %s".formatted(type.simpleName(), member, type.place()),
                                fault),
                "Nobody can tell what goes through it: it may be an entity, or something that only one module"
                        + " understands.",
                "Name the type: a value of the JDK, a collection of values, or a record that the module exports.");
    }
}
