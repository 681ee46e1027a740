package io.watertight.guard.rules;

import com.tngtech.archunit.core.domain.JavaModifier;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;
import io.watertight.guard.code.References.Call;
import io.watertight.guard.code.Spring;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** An event says that its module has done something; published by another module, it misleads every listener. */
final class ForeignEvent {

    /** Completing, resubmitting or deleting publications affects every module at once. */
    private static final List<Ban> REGISTRY = List.of(
            Ban.on(
                    "org.springframework.modulith.events.(core.*|jdbc.*|jpa.*|(Completed|Incomplete|Failed)EventPublications|EventPublication|ResubmissionOptions)"));

    void examine(CodeBase code, Findings findings) {
        Events events = new Events(code);
        code.guarded().forEach(user -> {
            findings.examined(user);
            Ban.examine(user, REGISTRY, findings);
            Map<CodeType, Lines> used = new LinkedHashMap<>();
            made(code, user, events, used);
            Stream.concat(events.publishedBy(user), answered(code, user))
                    .filter(it -> it.isInBusiness() && !user.isOwnedBy(it.owner()))
                    .forEach(it -> Lines.of(used, it).add("publishes", "", 0));
            used.forEach((event, lines) -> report(code, user, event, lines, findings));
        });
    }

    /** By a constructor, by a static method of the type itself, or by a reference to one of these. */
    private static void made(CodeBase code, CodeType user, Events events, Map<CodeType, Lines> used) {
        for (Call call : user.calls()) {
            code.find(call.owner())
                    .filter(it -> events.isForeign(user, it))
                    .filter(it -> call.isConstruction()
                            || (call.result().getName().equals(it.name())
                                    && it.methods(call.name())
                                            .anyMatch(own -> own.getModifiers().contains(JavaModifier.STATIC))))
                    .ifPresent(it -> Lines.of(used, it).add("creates", call.member(), call.line()));
        }
    }

    /** Spring publishes what a listener returns. */
    private static Stream<CodeType> answered(CodeBase code, CodeType user) {
        return user.java().getMethods().stream()
                .filter(it -> Spring.has(it, Spring.EVENT_LISTENER))
                .flatMap(it -> it.getReturnType().getAllInvolvedRawTypes().stream())
                .flatMap(it -> code.find(it).stream());
    }

    private static void report(CodeBase code, CodeType user, CodeType event, Lines lines, Findings findings) {
        String does = lines.things().replace(", ", " and ");
        findings.add(
                findings.at(user, lines.member(), lines.first()),
                event.name(),
                "%s %s %s of %s%s.".formatted(user.inWords(), does, event.simpleName(), event.place(), lines.others()),
                "%s That module then publishes the event. If %s has news of its own, declare and publish a separate event there."
                        .formatted(Advice.ask(code, event.module(), event.simpleName(), true), user.place()));
    }
}
