package io.watertight.guard.rules;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;
import io.watertight.guard.code.Persistence;
import io.watertight.guard.code.References.Call;
import io.watertight.guard.code.Spring;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An entity in a signature, an event or a response is the row itself, with every column that is ever added. */
record EntityLeavingModule(CodeBase code, Findings findings) {

    private static final Pattern HANDLES = Pattern.compile(
            "org\\.springframework\\.(web\\.bind\\.annotation\\.(\\w+Mapping|ExceptionHandler|ModelAttribute)"
                    + "|messaging\\..*Mapping|graphql\\.data\\.method\\.annotation\\.\\w+Mapping)");
    private static final Pattern RESPONSES = Pattern.compile(
            "org\\.springframework\\.(http\\.(ResponseEntity|HttpEntity)(\\$.*)?|ui\\..*Model.*|web\\.servlet\\.mvc\\.support\\.RedirectAttributes|web\\.servlet\\.(ModelAndView|function\\.ServerResponse.*|mvc\\.method\\.annotation\\.\\w+Emitter))|jakarta\\.servlet\\.http\\.HttpSession");

    static void examine(CodeBase code, Findings findings) {
        EntityLeavingModule rule = new EntityLeavingModule(code, findings);
        Exports.of(code).filter(it -> !code.persistence().isData(it.name())).forEach(rule::examineExport);
        code.guarded()
                .filter(it -> it.is(Spring.CONTROLLER)
                        || it.java().getMethods().stream().anyMatch(EntityLeavingModule::isHandler))
                .forEach(rule::examineController);
        code.guarded().forEach(rule::examineCalls);
        Stream.concat(code.persistence().entities().stream(), code.persistence().repositories().stream())
                .forEach(rule::examineDisguise);
    }

    private void examineExport(CodeType exported) {
        findings.examined(exported);
        // What the container puts into a service leaves nobody; what a record is made of, its accessors say.
        boolean said = exported.isBean()
                || exported.java().isRecord()
                        && dataOf(exported, new HashSet<>()).isPresent();
        Exports.members(exported).stream()
                .filter(it -> !(said && it.getName().equals("<init>")))
                .forEach(it -> examine(exported, it, "exposes"));
        above(exported)
                .forEach(it -> dataIn(it, new HashSet<>())
                        .ifPresent(found -> report(exported, "", 0, "extends or implements", found)));
    }

    private void examineController(CodeType controller) {
        findings.examined(controller);
        controller.java().getAllMethods().stream()
                .filter(EntityLeavingModule::isHandler)
                .forEach(it -> examine(controller, it, "takes or returns"));
        above(controller)
                .filter(it -> !it.equals(it.toErasure()))
                .forEach(it -> dataIn(it, new HashSet<>())
                        .ifPresent(found -> report(controller, "", 0, "passes to inherited handlers", found)));
    }

    private static Stream<JavaType> above(CodeType type) {
        return Stream.concat(type.java().getSuperclass().stream(), type.java().getInterfaces().stream());
    }

    private static boolean isHandler(JavaMethod method) {
        return method.getAnnotations().stream()
                .map(it -> it.getRawType())
                .flatMap(it -> Stream.concat(
                        Stream.of(it), it.getAnnotations().stream().map(JavaAnnotation::getRawType)))
                .anyMatch(it -> HANDLES.matcher(it.getName()).matches());
    }

    private void examine(CodeType type, JavaMember member, String verb) {
        Exports.typesOf(member)
                .flatMap(it -> dataIn(it, new HashSet<>()).stream())
                .findFirst()
                .ifPresent(it -> report(type, member.getName(), 0, verb, it));
    }

    /** Also within generic types, and within records that are not looked at for themselves. */
    private Optional<CodeType> dataIn(JavaType type, Set<String> seen) {
        return type.getAllInvolvedRawTypes().stream()
                .flatMap(it -> code.find(it).flatMap(found -> dataBehind(found, seen)).stream())
                .findFirst();
    }

    /** What a record or a view shows; a form may make an entity, under another name than a getter's. */
    private Optional<CodeType> dataOf(CodeType type, Set<String> seen) {
        return type.java().getMembers().stream()
                .filter(it -> it instanceof JavaField || it.getName().startsWith("get"))
                .filter(it -> type.java().isRecord() || it.getModifiers().contains(JavaModifier.PUBLIC))
                .flatMap(it -> Exports.typesOf(it).flatMap(shown -> dataIn(shown, seen).stream()))
                .findFirst();
    }

    private Optional<CodeType> dataBehind(CodeType type, Set<String> seen) {
        if (code.persistence().isData(type.name())) {
            return Optional.of(type);
        }
        if (!seen.add(type.name())) {
            return Optional.empty();
        }
        if (!type.isExported() && !type.isBean()) {
            return dataOf(type, seen);
        }
        // An interface that others know and an entity implements: a cast away from being saved.
        return Optional.of(type.java()).filter(it -> it.isInterface() && type.isExported()).stream()
                .flatMap(it -> it.getAllSubclasses().stream())
                .filter(it -> code.persistence().isEntity(it.getName()))
                .flatMap(it -> code.find(it).stream())
                .findFirst();
    }

    /** Of an interface that is exported, Spring Data makes a proxy around the row. */
    private void examineDisguise(CodeType data) {
        Stream<JavaClass> projections = Persistence.isRepository(data.java())
                ? data.java().getMethods().stream().flatMap(it -> it.getReturnType().getAllInvolvedRawTypes().stream())
                : Stream.of();
        Stream.concat(data.java().getRawInterfaces().stream(), projections)
                .flatMap(it -> code.find(it).stream())
                .filter(it -> it.java().isInterface() && it.isExported() && it.isInBusiness())
                .filter(it -> !Persistence.isRepository(it.java()))
                .findFirst()
                .ifPresent(it -> report(data, "", 0, "can be returned as %s and is".formatted(it.simpleName()), data));
    }

    /** An entity that is made, loaded or received where something is published or answered, and not asked for anything. */
    private void examineCalls(CodeType user) {
        user.calls().stream()
                .filter(it -> it.name().equals("publishEvent")
                        || (RESPONSES.matcher(it.owner().getName()).matches()
                                && it.name().matches("body|ok|(add|set)\\w*Attribute|put|addObject|of|send|<init>")))
                .forEach(it -> given(user, it)
                        .ifPresent(found -> report(
                                user,
                                it.member(),
                                it.line(),
                                it.name().equals("publishEvent") ? "publishes" : "answers with",
                                found)));
    }

    private Optional<CodeType> given(CodeType user, Call call) {
        var inside = user.calls().stream()
                .filter(it -> it.member().equals(call.member()))
                .toList();
        boolean mapped = inside.stream()
                .filter(it -> code.persistence().isEntity(it.owner().getName()) && !it.isConstruction())
                .anyMatch(it -> !call.name().equals("publishEvent")
                        || !it.result().getName().equals("void"));
        // A record that is made there, or what a mapper returns; a statement may have more than one line.
        boolean other = inside.stream()
                .filter(it -> it.line() <= call.line() + 1)
                .anyMatch(it -> code.find(it.result())
                        .filter(found -> Exports.isData(code, found))
                        .isPresent());
        var methods = user.java().getMethods().stream()
                .filter(it -> it.getName().equals(call.member()))
                .toList();
        // ResponseEntity<MemberDto> holds no entity, and javac sees to that.
        boolean said = call.owner().getName().startsWith("org.springframework.http.")
                && !methods.isEmpty()
                && methods.stream().noneMatch(it -> VagueExport.couldBeAnything(it.getReturnType()));
        // A text, and the name that it is put under.
        boolean text = inside.stream().filter(it -> it.line() == call.line()).count() == 1
                && user.texts().filter(it -> it.line() == call.line()).count() > 1;
        Stream<JavaClass> parameters = methods.stream().flatMap(it -> it.getRawParameterTypes().stream());
        var near = inside.stream()
                .filter(it -> Math.abs(it.line() - call.line()) <= 1)
                .toList();
        Stream<JavaClass> stored = near.stream()
                .filter(it -> stored(it).findAny().isPresent())
                .skip(near.stream().filter(this::tells).count())
                .flatMap(this::stored);
        return mapped || other || said || text
                ? Optional.empty()
                : Stream.concat(Stream.concat(inside.stream().map(Call::result), parameters), stored)
                        .filter(it -> code.persistence().isEntity(it.getName()))
                        .findFirst()
                        .flatMap(code::find);
    }

    /** Whether something else comes of what was loaded: a number, or what a method of the application makes of it. */
    private boolean tells(Call call) {
        boolean takesRows = Stream.of(call.fullName().split("[(), ]+"))
                .anyMatch(it -> it.matches("java\\.util\\.(Optional|List|Collection|Set|stream\\..*)")
                        || code.persistence().isEntity(it));
        return call.name().matches("isPresent|isEmpty|size")
                || takesRows
                        && code.find(call.owner())
                                .filter(it -> !Persistence.isRepository(it.java()))
                                .isPresent();
    }

    /** A list of them, or one in an Optional. */
    private Stream<JavaClass> stored(Call call) {
        boolean inherited = call.name().matches("find(All|AllById|ById)|get(One|ById|ReferenceById)");
        return Stream.concat(
                code.find(call.owner()).filter(_ -> inherited).flatMap(code.persistence()::storedBy).stream(),
                call.owner().getMethods().stream()
                        .filter(it -> it.getName().equals(call.name()))
                        .flatMap(it -> it.getReturnType().getAllInvolvedRawTypes().stream()));
    }

    private void report(CodeType type, String member, int line, String verb, CodeType data) {
        String kind = code.persistence().isEntity(data.name()) ? "entity" : "repository";
        findings.add(
                findings.at(type, member, line),
                data.name(),
                "%s %s the %s %s.".formatted(type.inWords(member), verb, kind, data.simpleName()));
    }
}
