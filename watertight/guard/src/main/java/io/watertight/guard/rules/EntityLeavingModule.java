package io.watertight.guard.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaType;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;
import io.watertight.guard.code.Persistence;
import io.watertight.guard.code.References.Call;
import io.watertight.guard.code.Spring;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** An entity in a signature, an event or a response is the row itself, with every column that is ever added. */
record EntityLeavingModule(CodeBase code, Findings findings) {

    static void examine(CodeBase code, Findings findings) {
        EntityLeavingModule rule = new EntityLeavingModule(code, findings);
        Exports.of(code).filter(it -> !code.persistence().isData(it.name())).forEach(rule::examineExport);
        code.guarded()
                .filter(it -> it.is(Spring.CONTROLLER)
                        || it.java().getMethods().stream().anyMatch(Handovers::isHandler))
                .forEach(rule::examineController);
        code.guarded().filter(it -> it.java().isAssignableTo(Throwable.class)).forEach(rule::examineException);
        Handovers handovers = new Handovers(code);
        code.guarded().forEach(it -> rule.examineCalls(it, handovers));
        Stream.concat(code.persistence().entities().stream(), code.persistence().repositories().stream())
                .forEach(rule::examineDisguise);
    }

    private void examineExport(CodeType exported) {
        findings.examined(exported);
        // What the container puts into a service leaves nobody; what a record is made of, its accessors say.
        boolean said = exported.isBean()
                || exported.java().isRecord()
                        && dataOf(exported, new HashSet<>()).findFirst().isPresent();
        Exports.members(exported).stream()
                .filter(it -> !(said && it.getName().equals("<init>")))
                .forEach(it -> examine(exported, it, "exposes"));
        above(exported)
                .flatMap(it -> dataIn(it).stream())
                .forEach(it -> report(exported, "", 0, "extends or implements", it));
    }

    private void examineController(CodeType controller) {
        findings.examined(controller);
        controller.java().getAllMethods().stream()
                .filter(Handovers::isHandler)
                .forEach(it -> examine(controller, it, "takes or returns"));
        above(controller)
                .filter(it -> !it.equals(it.toErasure()))
                .flatMap(it -> dataIn(it).stream())
                .forEach(it -> report(controller, "", 0, "passes to inherited handlers", it));
    }

    private void examineException(CodeType thrown) {
        thrown.fields().forEach(field -> dataIn(field.getType()).ifPresent(it -> report(thrown, "", 0, "carries", it)));
    }

    private void examineCalls(CodeType user, Handovers handovers) {
        for (Call call : user.calls()) {
            String verb = handovers.isPublished(call) ? "publishes" : "answers with";
            handovers.entity(user, call).ifPresent(it -> report(user, call.member(), call.line(), verb, it));
        }
    }

    private static Stream<JavaType> above(CodeType type) {
        return Stream.concat(type.java().getSuperclass().stream(), type.java().getInterfaces().stream());
    }

    private void examine(CodeType type, JavaMember member, String verb) {
        Exports.typesOf(member)
                .flatMap(it -> dataIn(it).stream())
                .findFirst()
                .ifPresent(it -> report(type, member.getName(), 0, verb, it));
    }

    private Optional<CodeType> dataIn(JavaType type) {
        return dataIn(type, new HashSet<>()).findFirst();
    }

    /** Also within generic types, and within records that are not looked at for themselves. */
    private Stream<CodeType> dataIn(JavaType type, Set<String> seen) {
        return type.getAllInvolvedRawTypes().stream()
                .flatMap(it -> code.find(it).stream())
                .flatMap(it -> dataBehind(it, seen));
    }

    /** What a record or a view shows; a form may make an entity, under another name than a getter's. */
    private Stream<CodeType> dataOf(CodeType type, Set<String> seen) {
        return type.java().getMembers().stream()
                .filter(it -> it instanceof JavaField || it.getName().startsWith("get"))
                .filter(it -> type.java().isRecord() || Exports.isShown(it))
                .flatMap(Exports::typesOf)
                .flatMap(it -> dataIn(it, seen));
    }

    private Stream<CodeType> dataBehind(CodeType type, Set<String> seen) {
        Optional<CodeType> itself = type.java().getAllClassesSelfIsAssignableTo().stream()
                .filter(it -> code.persistence().isData(it.getName()))
                .flatMap(it -> code.find(it).stream())
                .findFirst();
        if (itself.isPresent() || !seen.add(type.name())) {
            return itself.stream();
        }
        Stream<CodeType> shown = type.isExported() || type.isBean() ? Stream.of() : dataOf(type, seen);
        // Entities that implement an interface: a cast away from being saved.
        Stream<CodeType> below = code.persistence().entities().stream()
                .filter(it -> type.java().isInterface() && it.java().isAssignableTo(type.name()));
        return Stream.concat(shown, below);
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

    private void report(CodeType type, String member, int line, String verb, CodeType data) {
        String kind = code.persistence().isEntity(data.name()) ? "entity" : "repository";
        findings.add(
                findings.at(type, member, line),
                data.name(),
                "%s %s the %s %s.".formatted(type.inWords(member), verb, kind, data.simpleName()));
    }
}
