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
import java.util.EventObject;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An entity in a signature, an event or a response is the row itself, with every column that is ever added. */
record EntityLeavingModule(CodeBase code, Findings findings, Set<String> publishers) {

    private static final Pattern HANDLES = Pattern.compile(
            "org\\.springframework\\.(web\\.bind\\.annotation\\.(\\w+Mapping|ExceptionHandler|ModelAttribute)"
                    + "|messaging\\..*Mapping|(amqp\\.rabbit|kafka|jms)\\.annotation\\.\\w+(Listener|Handler)|graphql\\.data\\.method\\.annotation\\.\\w+Mapping)");
    private static final Pattern RESPONSES = Pattern.compile(
            "org\\.springframework\\.(http\\.(ResponseEntity|HttpEntity)(\\$.*)?|ui\\..*Model.*|web\\.servlet\\.mvc\\.support\\.RedirectAttributes|web\\.servlet\\.(ModelAndView|function\\.ServerResponse.*|mvc\\.method\\.annotation\\.\\w+Emitter))|jakarta\\.servlet\\.http\\.HttpSession");
    private static final Pattern BROKERS = Pattern.compile(
            "org\\.springframework\\.(amqp|kafka|jms|messaging|data\\.redis|cloud\\.stream)\\..*(Template|Operations|Bridge)");

    static void examine(CodeBase code, Findings findings) {
        Set<String> publishers =
                code.guarded().flatMap(EntityLeavingModule::publishers).collect(Collectors.toSet());
        EntityLeavingModule rule = new EntityLeavingModule(code, findings, publishers);
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

    /** The full names of methods that publish whatever they are given, also as the types above declare them. */
    private static Stream<String> publishers(CodeType type) {
        return type.java().getMethods().stream()
                .filter(it -> it.getRawParameterTypes().stream()
                        .anyMatch(given -> given.getName().equals("java.lang.Object")))
                .filter(it -> type.callsIn(it.getName()).anyMatch(EntityLeavingModule::isPublication))
                .flatMap(it -> type.java().getAllClassesSelfIsAssignableTo().stream()
                        .map(above -> it.getFullName().replace(type.name() + ".", above.getName() + ".")));
    }

    private static boolean isPublication(Call call) {
        return call.name().equals("publishEvent") || isMessage(call);
    }

    private static boolean isMessage(Call call) {
        return BROKERS.matcher(call.owner().getName()).matches() && call.name().matches("\\w*[sS]end\\w*");
    }

    /** An entity that is made, loaded or received where something is published or answered, and not asked for anything. */
    private void examineCalls(CodeType user) {
        for (Call call : user.calls()) {
            boolean published = isPublication(call) || publishers.contains(call.fullName());
            if (published || isAnswer(user, call)) {
                String verb = published ? "publishes" : "answers with";
                given(user, call, published).ifPresent(it -> report(user, call.member(), call.line(), verb, it));
            }
        }
    }

    /** Also by an envelope of the application's own, in what handles a request. */
    private boolean isAnswer(CodeType user, Call call) {
        return RESPONSES.matcher(call.owner().getName()).matches()
                        && call.name().matches("body|ok|(add|set)\\w*Attribute|put|addObject|of|send|<init>")
                || code.is(call.owner(), it -> it.java().equals(call.result()))
                        && takesAnything(call)
                        && user.java().getMethods().stream()
                                .anyMatch(it -> it.getName().equals(call.member()) && isHandler(it));
    }

    /** Whether an entity may be among its arguments; the first argument of a Spring event is its publisher. */
    private static boolean takesAnything(Call call) {
        String source = call.owner().isAssignableTo(EventObject.class) ? "(java.lang.Object" : "";
        return call.signature().replace(source, "").contains("java.lang.Object");
    }

    private Optional<CodeType> given(CodeType user, Call call, boolean published) {
        var inside = user.callsIn(call.member()).toList();
        // An event is what has happened to the entity; a message is often its number.
        boolean mapped = inside.stream()
                .filter(it -> code.persistence().isEntity(it.owner().getName()) && !it.isConstruction())
                .anyMatch(it ->
                        !published || isMessage(call) || !it.result().getName().equals("void"));
        // A record that is made there, or what a mapper returns; a statement may have more than one line.
        boolean other = inside.stream()
                .filter(it -> it.line() <= call.line() + 1 && !takesAnything(it))
                .anyMatch(it -> code.is(it.result(), found -> Exports.isData(code, found)));
        var methods = user.java().getMethods().stream()
                .filter(it -> it.getName().equals(call.member()))
                .toList();
        // ResponseEntity<MemberDto> holds no entity, and javac sees to that.
        boolean said = (code.find(call.owner()).isPresent() && !published
                        || call.owner().getName().startsWith("org.springframework.http."))
                && !methods.isEmpty()
                && methods.stream().noneMatch(it -> VagueExport.couldBeAnything(code, it.getReturnType()));
        // Texts alone, such as one and the name that it is put under.
        boolean text = inside.stream()
                        .filter(it -> it.line() == call.line() && !it.equals(call))
                        .allMatch(it -> it.result().equals(call.owner()))
                && user.texts().filter(it -> it.line() == call.line()).count()
                        >= call.signature().split(",").length;
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
                || takesRows && code.is(call.owner(), it -> !Persistence.isRepository(it.java()));
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
