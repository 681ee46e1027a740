package io.watertight.guard.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;
import io.watertight.guard.code.Spring;
import java.util.List;
import java.util.stream.Stream;

/** What modules hand to each other, and what kind of thing it is. */
final class Exports {

    private static final List<String> WIRING = List.of(
            Spring.COMPONENT,
            Spring.CONFIGURATION,
            "jakarta.persistence.MappedSuperclass",
            "org.springframework.boot.context.properties.ConfigurationProperties",
            "org.springframework.boot.autoconfigure.AutoConfiguration");

    private Exports() {}

    static Stream<CodeType> of(CodeBase code) {
        return code.modules().stream()
                .flatMap(it -> code.exportsOf(it).stream())
                .filter(it -> !it.java().isAnonymousClass());
    }

    /** Of modules that have business: what is shared may be generic. */
    static Stream<CodeType> ofBusiness(CodeBase code) {
        return of(code).filter(CodeType::isInBusiness);
    }

    /** Values, commands, events and answers: neither service nor bean, neither annotation nor exception. */
    static boolean isData(CodeBase code, CodeType type) {
        JavaClass java = type.java();
        return !java.isInterface()
                && !java.isAssignableTo(Throwable.class)
                && WIRING.stream().noneMatch(type::is)
                && !code.persistence().isData(type.name());
    }

    /** Whether the type is an exported interface that its own module implements, as opposed to one for others to fill. */
    static boolean isImplemented(CodeBase code, CodeType exported) {
        return exported.java().isInterface()
                && !exported.java().isAnnotation()
                && !code.persistence().isData(exported.name())
                && exported.java().getAllSubclasses().stream()
                        .flatMap(it -> code.find(it).stream())
                        .filter(it -> !it.java().isInterface()
                                && !it.java().isRecord()
                                && !it.java().isEnum())
                        .anyMatch(it -> !code.persistence().isEntity(it.name()) && it.isOwnedBy(exported.home()));
    }

    /** An interface that the module implements, or a bean of its own. */
    static boolean isService(CodeBase code, CodeType type) {
        return isImplemented(code, type) || (type.isBean() && !type.java().isAnnotation());
    }

    /** Members that others can use, as somebody wrote them, also in super-types that nobody else can name. */
    static List<JavaMember> members(CodeType type) {
        return type.java().getAllClassesSelfIsAssignableTo().stream()
                .filter(it -> it.equals(type.java()) || !it.getModifiers().contains(JavaModifier.PUBLIC))
                .flatMap(it -> it.getMembers().stream())
                .filter(Exports::isShown)
                .filter(it -> !it.getModifiers().contains(JavaModifier.SYNTHETIC))
                .filter(it -> !it.getName().matches("equals|hashCode|toString|valueOf|values|<clinit>"))
                .toList();
    }

    /** By a caller, by a sub-class of another module, or by Jackson, which is told to. */
    static boolean isShown(JavaMember member) {
        return member.getModifiers().stream().anyMatch(it -> it.name().matches("PUBLIC|PROTECTED"))
                || member.getAnnotations().stream()
                        .map(it -> it.getRawType().getName())
                        .anyMatch(
                                it -> it.matches(
                                        "com\\.fasterxml\\.jackson\\.annotation\\.Json(Property|Unwrapped|Value|Getter|AnyGetter|ManagedReference)"));
    }

    /** What can be called; what a configuration makes by a method is the container's. */
    static Stream<JavaMethod> methods(CodeType type) {
        return members(type).stream()
                .filter(it -> it instanceof JavaMethod && !Spring.has(it, Spring.BEAN))
                .map(JavaMethod.class::cast);
    }

    /** Every type in the signature of a member, type arguments included. */
    static Stream<JavaType> typesOf(JavaMember member) {
        return switch (member) {
            case JavaField it -> Stream.of(it.getType());
            case JavaMethod it -> Stream.concat(Stream.of(it.getReturnType()), it.getParameterTypes().stream());
            case JavaCodeUnit it -> it.getParameterTypes().stream();
            default -> Stream.of();
        };
    }
}
