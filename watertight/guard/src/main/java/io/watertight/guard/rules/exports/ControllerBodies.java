package io.watertight.guard.rules.exports;

import io.watertight.guard.RuleGroup;
import io.watertight.guard.codebase.CodeClass;
import io.watertight.guard.codebase.Codebase;
import io.watertight.guard.codebase.DomainModule;
import io.watertight.guard.codebase.Persistence;
import io.watertight.guard.rules.Findings;
import io.watertight.guard.rules.OwnerAdvice;
import io.watertight.guard.rules.Rule;
import io.watertight.guard.rules.exports.Bodies.Found;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** HTTP serialises the very records that modules exchange, and never what is stored. */
final class ControllerBodies implements Rule {

    static final String WHY =
            "An entity in a request is written to by whoever sends it, field by field; in a response it shows every column that is ever added.";

    private static final String REQUEST_BODY = "org.springframework.web.bind.annotation.RequestBody";

    @Override
    public String id() {
        return "controllers-speak-dto";
    }

    @Override
    public RuleGroup group() {
        return RuleGroup.EXPORTS;
    }

    @Override
    public String promise() {
        return "controllers take and return DTOs, and no entity in any wrapping";
    }

    @Override
    public void examine(Codebase code, Findings findings) {
        Entities entities = new Entities(code);
        Bodies bodies = new Bodies(code, entities);
        BodyCalls calls = new BodyCalls(code, entities);
        code.guardedClasses().filter(it -> !it.isDescriptor()).forEach(it -> {
            boolean room = Handlers.isRoom(it.type());
            Set<String> told = new HashSet<>();
            if (room) {
                findings.examined(it);
                examineSuperTypes(code, bodies, it, findings);
                Handlers.of(code, it.type()).forEach(method -> examine(code, bodies, it, method, told, findings));
            }
            calls.examine(it, room, told, findings);
        });
    }

    private static void examineSuperTypes(Codebase code, Bodies bodies, CodeClass room, Findings findings) {
        Stream.concat(room.type().getSuperclass().stream(), room.type().getInterfaces().stream())
                .filter(it -> it instanceof JavaParameterizedType
                        && code.owns(it.toErasure().getName()))
                .flatMap(it -> ((JavaParameterizedType) it).getActualTypeArguments().stream())
                .flatMap(it -> bodies.entityIn(it).stream())
                .findFirst()
                .ifPresent(it -> findings.violation(
                        code.where(room),
                        "%s of %s gives %s to the handlers that it inherits."
                                .formatted(room.simpleName(), code.roomOf(room), named(it)),
                        WHY,
                        instead(code, room, it.entity(), true)));
    }

    private static void examine(
            Codebase code, Bodies bodies, CodeClass room, JavaMethod method, Set<String> told, Findings findings) {
        // An inherited handler is told where it stands, and there it may be told twice.
        CodeClass place = code.find(method.getOwner()).orElse(room);
        String name = "%s.%s of %s".formatted(place.simpleName(), method.getName(), code.roomOf(place));
        bodies.entityIn(method.getReturnType()).ifPresent(it -> {
            told.add(method.getName());
            refuse(code, place, method, name + " returns ", it, true, findings);
        });
        for (JavaParameter parameter : method.getParameters()) {
            bodies.entityIn(parameter.getType())
                    .ifPresent(it -> refuse(code, place, method, name + " takes ", it, false, findings));
            if (parameter.isAnnotatedWith(REQUEST_BODY) || Handlers.isEnvelope(parameter.getRawType())) {
                examineShape(
                        code, bodies, place, method, parameter.getType(), name + " takes a body that is ", findings);
            }
        }
        if (Handlers.isBody(room.type(), method) && !Handlers.isForErrors(method)) {
            examineShape(
                    code, bodies, place, method, method.getReturnType(), name + " returns a body that is ", findings);
        }
    }

    private static void examineShape(
            Codebase code,
            Bodies bodies,
            CodeClass place,
            JavaMethod method,
            JavaType type,
            String what,
            Findings findings) {
        bodies.looseIn(type)
                .ifPresent(it -> findings.violation(
                        code.where(place, method.getName()),
                        "%s%s%s.".formatted(what, type.equals(type.toErasure()) ? "" : "or holds ", it),
                        "Nobody sees what goes over the line: it may be an entity, and no document of the interface can tell.",
                        "Name a record: one that the module exports, or one nested in the controller."));
    }

    private static void refuse(
            Codebase code,
            CodeClass place,
            JavaMethod method,
            String what,
            Found found,
            boolean answer,
            Findings findings) {
        findings.violation(
                code.where(place, method.getName()),
                "%s%s.".formatted(what, named(found)),
                WHY,
                instead(code, place, found.entity(), answer));
    }

    private static String named(Found found) {
        return "the %s %s%s"
                .formatted(
                        Persistence.isRepository(found.entity().type()) ? "repository" : "entity",
                        found.entity().simpleName(),
                        found.way());
    }

    /** @param answer whether it goes out; what comes in is another record */
    static String instead(Codebase code, CodeClass user, CodeClass entity, boolean answer) {
        DomainModule owner = entity.actor() == null ? entity.home() : entity.actor();
        if (owner == null) {
            return "Use a record, and let a service map one to the other.";
        }
        if (!owner.equals(user.actor())) {
            return OwnerAdvice.ask(code, owner, entity.simpleName());
        }
        String records = OwnerAdvice.operations(code, owner).stream()
                .flatMap(it -> answer ? Stream.of(it.getReturnType()) : it.getParameterTypes().stream())
                .flatMap(it -> it.getAllInvolvedRawTypes().stream())
                .flatMap(it -> code.find(it).stream())
                .filter(it -> it.type().isRecord() && owner.equals(it.home()))
                .map(CodeClass::simpleName)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return records.isEmpty()
                ? "Use a record that the module exports, or one nested in the controller, and let the service map to it."
                : "Use what the module exports: %s.".formatted(records);
    }
}
