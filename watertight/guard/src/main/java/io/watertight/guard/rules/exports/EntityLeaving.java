package io.watertight.guard.rules.exports;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaType;
import io.watertight.guard.code.AppModule;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;
import io.watertight.guard.code.Persistence;
import io.watertight.guard.code.Spring;
import io.watertight.guard.rules.Advice;
import io.watertight.guard.rules.Findings;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An entity in a signature, an event or a response is the row itself, with every column that is ever added. */
final class EntityLeaving {

    private static final String WHY =
            "Whoever receives an entity can change it and have it saved, and sees every column that is ever added.";

    private static final Pattern HANDLES = Pattern.compile(
            "org\\.springframework\\.web\\.bind\\.annotation\\.(\\w+Mapping|ExceptionHandler|ModelAttribute)"
                    + "|org\\.springframework\\.messaging\\..*Mapping|org\\.springframework\\.graphql\\.data\\.method\\.annotation\\.\\w+Mapping");

    private static final Pattern RESPONSES = Pattern.compile(
            "org\\.springframework\\.http\\.(ResponseEntity|HttpEntity)(\\$.*)?|org\\.springframework\\.ui\\..*Model.*"
                    + "|org\\.springframework\\.web\\.servlet\\.(ModelAndView|function\\.ServerResponse.*)");

    private EntityLeaving() {}

    static void examine(CodeBase code, Findings findings) {
        Exports.of(code).filter(it -> !code.persistence().isData(it.name())).forEach(it -> {
            findings.examined(it);
            Exports.members(it).forEach(member -> examine(code, it, member, "hands out", findings));
            above(it)
                    .forEach(type -> dataIn(code, type, new HashSet<>())
                            .ifPresent(found -> report(code, it, "", "extends or implements", found, findings)));
        });
        code.guarded().filter(it -> it.is(Spring.CONTROLLER) || handles(it)).forEach(it -> {
            findings.examined(it);
            it.java().getAllMethods().stream()
                    .filter(EntityLeaving::isHandler)
                    .forEach(method -> examine(code, it, method, "takes or returns", findings));
            inherited(it)
                    .forEach(type -> dataIn(code, type, new HashSet<>())
                            .ifPresent(found ->
                                    report(code, it, "", "gives to the handlers that it inherits", found, findings)));
        });
        code.guarded().forEach(it -> examineCalls(code, it, findings));
        code.persistence().entities().forEach(it -> examineDisguise(code, it, findings));
        code.persistence().repositories().forEach(it -> examineDisguise(code, it, findings));
    }

    private static Stream<JavaType> above(CodeType type) {
        return Stream.concat(type.java().getSuperclass().stream(), type.java().getInterfaces().stream());
    }

    /** Type arguments for a controller's own base class. */
    private static Stream<JavaType> inherited(CodeType type) {
        return above(type).filter(it -> !it.equals(it.toErasure()));
    }

    private static boolean handles(CodeType type) {
        return type.java().getMethods().stream().anyMatch(EntityLeaving::isHandler);
    }

    private static boolean isHandler(JavaMethod method) {
        return method.getAnnotations().stream()
                .anyMatch(it -> HANDLES.matcher(it.getRawType().getName()).matches()
                        || it.getRawType().getAnnotations().stream()
                                .anyMatch(above -> HANDLES.matcher(
                                                above.getRawType().getName())
                                        .matches()));
    }

    private static void examine(CodeBase code, CodeType type, JavaMember member, String verb, Findings findings) {
        Exports.typesOf(member)
                .flatMap(it -> dataIn(code, it, new HashSet<>()).stream())
                .findFirst()
                .ifPresent(it -> report(code, type, member.getName(), verb, it, findings));
    }

    /** Also within generic types, and within records that are not looked at for themselves. */
    private static Optional<CodeType> dataIn(CodeBase code, JavaType type, Set<String> seen) {
        for (JavaClass raw : type.getAllInvolvedRawTypes()) {
            JavaClass element = raw.getBaseComponentType();
            if (code.persistence().isData(element.getName())) {
                return code.find(element);
            }
            Optional<CodeType> behind = code.find(element).filter(it -> seen.add(it.name()));
            if (behind.isEmpty()) {
                continue;
            }
            Optional<CodeType> found = (element.isRecord() && !behind.get().isExported()
                            ? element.getFields().stream().map(it -> (JavaType) it.getType())
                            : Stream.<JavaType>of())
                    .flatMap(it -> dataIn(code, it, seen).stream())
                    .findFirst();
            Optional<CodeType> disguised = found.or(() -> entityBehind(code, element));
            if (disguised.isPresent()) {
                return disguised;
            }
        }
        return Optional.empty();
    }

    /** An interface that others know and an entity implements: a cast away from being saved. */
    private static Optional<CodeType> entityBehind(CodeBase code, JavaClass type) {
        return type.isInterface()
                        && code.find(type).filter(CodeType::isExported).isPresent()
                ? type.getAllSubclasses().stream()
                        .filter(it -> code.persistence().isEntity(it.getName()))
                        .findFirst()
                        .flatMap(code::find)
                : Optional.empty();
    }

    /** Of one that is exported, Spring Data makes a proxy around the row. */
    private static void examineDisguise(CodeBase code, CodeType data, Findings findings) {
        Stream.concat(
                        data.java().getRawInterfaces().stream(),
                        Persistence.isRepository(data.java())
                                ? data.java().getMethods().stream()
                                        .flatMap(it -> it.getReturnType().getAllInvolvedRawTypes().stream())
                                : Stream.of())
                .flatMap(it -> code.find(it).stream())
                .filter(it -> it.java().isInterface() && it.isExported() && it.isInBusiness())
                .filter(it -> !Persistence.isRepository(it.java()))
                .findFirst()
                .ifPresent(
                        it -> report(code, data, "", "can be handed out as " + it.simpleName() + ":", data, findings));
    }

    /** An entity that is made, loaded or received where something is published or answered, and not asked for anything. */
    private static void examineCalls(CodeBase code, CodeType user, Findings findings) {
        user.calls().stream()
                .filter(EntityLeaving::handsOut)
                .forEach(call -> given(code, user, call)
                        .ifPresent(it -> report(
                                code,
                                user,
                                call.member(),
                                call.line(),
                                call.name().equals("publishEvent") ? "publishes" : "answers with",
                                it,
                                findings)));
    }

    private static boolean handsOut(CodeType.Call call) {
        return call.name().equals("publishEvent")
                || (RESPONSES.matcher(call.owner().getName()).matches()
                        && call.name().matches("body|ok|addAttribute|addObject|of|<init>"));
    }

    private static Optional<CodeType> given(CodeBase code, CodeType user, CodeType.Call call) {
        List<CodeType.Call> inside = user.calls().stream()
                .filter(it -> it.member().equals(call.member()))
                .toList();
        boolean mapped = inside.stream()
                .anyMatch(it -> code.persistence().isEntity(it.owner().getName()) && !it.isConstruction());
        boolean other = inside.stream()
                .anyMatch(it -> it.line() == call.line()
                        && it.isConstruction()
                        && code.find(it.owner()).isPresent()
                        && !code.persistence().isEntity(it.owner().getName()));
        return mapped || other
                ? Optional.empty()
                : Stream.concat(
                                inside.stream().map(CodeType.Call::result),
                                user.java().getMethods().stream()
                                        .filter(it -> it.getName().equals(call.member()))
                                        .flatMap(it -> it.getRawParameterTypes().stream()))
                        .filter(it -> code.persistence().isEntity(it.getName()))
                        .findFirst()
                        .flatMap(code::find);
    }

    private static void report(
            CodeBase code, CodeType type, String member, String verb, CodeType data, Findings findings) {
        report(code, type, member, 0, verb, data, findings);
    }

    private static void report(
            CodeBase code, CodeType type, String member, int line, String verb, CodeType data, Findings findings) {
        String name = member.isEmpty() || member.startsWith("<")
                ? type.inWords()
                : "%s.%s of %s".formatted(type.simpleName(), member, type.place());
        findings.add(
                findings.at(type, member, line),
                data.name(),
                "%s %s the %s %s."
                        .formatted(
                                name,
                                verb,
                                code.persistence().isEntity(data.name()) ? "entity" : "repository",
                                data.simpleName()),
                WHY,
                instead(code, type, data.owner(), data));
    }

    private static String instead(CodeBase code, CodeType user, @Nullable AppModule owner, CodeType data) {
        return owner == null || owner.shared() || user.isOwnedBy(owner)
                ? "Use a record that holds what others need of it, and let the service map to it."
                : Advice.ask(code, owner, data.simpleName(), false);
    }
}
