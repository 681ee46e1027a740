package io.watertight.guard.rules.events;

import com.tngtech.archunit.core.domain.JavaClass;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;
import io.watertight.guard.rules.Findings;
import io.watertight.guard.rules.Lines;
import io.watertight.guard.rules.events.Events.Listener;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What another module announces must be heard even if this process dies: only the event registry holds that. */
final class UnregisteredListener {

    private UnregisteredListener() {}

    static void examine(CodeBase code, Findings findings) {
        if (code.classPath().stream().noneMatch(it -> it.toString().contains("spring-modulith-events"))
                && code.guarded()
                        .noneMatch(it -> it.uses().stream()
                                .anyMatch(use -> use.type().startsWith("org.springframework.modulith.events.")))) {
            return; // Without the registry there is nothing to be registered in.
        }
        Events events = new Events(code);
        Map<String, Listener> byId = new HashMap<>();
        for (Listener listener : events.listeners()) {
            findings.examined("%s %s".formatted(listener.type(), listener.member()));
            if (listener.isModuleListener()) {
                examineId(listener, byId, findings);
            }
            listener.hears().forEach(it -> examine(code, events, listener, it, findings));
        }
    }

    private static void examineId(Listener listener, Map<String, Listener> byId, Findings findings) {
        Listener other = listener.id().isEmpty() ? null : byId.putIfAbsent(listener.id(), listener);
        if (listener.id().isEmpty()) {
            report(
                    listener,
                    "id",
                    "is an @ApplicationModuleListener without an id",
                    "The registry then knows it by its signature: renamed, it never hears what was still to come.",
                    "Write @ApplicationModuleListener(id = \"%s.what-it-does\") and never change that again."
                            .formatted(listener.place()),
                    findings);
        } else if (other != null) {
            report(
                    listener,
                    "id",
                    "shares the id \"%s\" with %s"
                            .formatted(listener.id(), other.type().simpleName()),
                    "The registry tells listeners apart by their id: one of the two would be taken to have heard what"
                            + " the other did.",
                    "Give it an id of its own, such as \"%s.what-it-does\".".formatted(listener.place()),
                    findings);
        }
    }

    private static void examine(CodeBase code, Events events, Listener listener, JavaClass heard, Findings findings) {
        CodeType user = listener.type();
        CodeType event =
                code.find(heard).filter(it -> events.isForeign(user, it)).orElse(null);
        List<CodeType> among = events.foreignAmong(user, heard);
        if (event != null && !listener.isModuleListener()) {
            report(
                    listener,
                    event.name(),
                    "listens to %s of %s and is no @ApplicationModuleListener"
                            .formatted(event.simpleName(), event.place()),
                    "It runs within the publisher's transaction or not at all: its failure is the publisher's, or the"
                            + " event is lost.",
                    "Annotate a method on(%s event) with @ApplicationModuleListener(id = \"%s.on-%s\")."
                            .formatted(
                                    event.simpleName(),
                                    listener.place(),
                                    event.simpleName()
                                            .replaceAll("([a-z])([A-Z])", "$1-$2")
                                            .toLowerCase(Locale.ROOT)),
                    findings);
        } else if (event == null && !among.isEmpty()) {
            report(
                    listener,
                    heard.getName(),
                    "listens to %s, and so to %s"
                            .formatted(
                                    heard.getSimpleName(),
                                    Lines.listed(
                                            among.stream()
                                                    .map(CodeType::simpleName)
                                                    .toList(),
                                            3)),
                    "It hears the events of every module, those of tomorrow too, and no declared dependency says so.",
                    "Listen to the events that are meant, each by a method with @ApplicationModuleListener and an id.",
                    findings);
        }
    }

    private static void report(
            Listener listener, String target, String what, String why, String instead, Findings findings) {
        CodeType type = listener.type();
        findings.add(
                findings.at(type, listener.member(), 0),
                target,
                "%s %s."
                        .formatted(
                                listener.member().isEmpty()
                                        ? type.inWords()
                                        : "%s.%s of %s".formatted(type.simpleName(), listener.member(), type.place()),
                                what),
                why,
                instead);
    }
}
