package io.watertight.guard.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;
import io.watertight.guard.rules.Events.Listener;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What another module announces must be heard even if this process dies: only the event registry holds that. */
final class UnregisteredListener {

    void examine(CodeBase code, Findings findings) {
        if (!hasRegistry(code)) {
            return;
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

    /** Without it there is nothing to be registered in. */
    private static boolean hasRegistry(CodeBase code) {
        return code.classPath().stream().anyMatch(it -> it.toString().contains("spring-modulith-events"))
                || code.guarded()
                        .flatMap(it -> it.uses().stream())
                        .anyMatch(it -> it.type().startsWith("org.springframework.modulith.events."));
    }

    private static void examineId(Listener listener, Map<String, Listener> byId, Findings findings) {
        String id = listener.id();
        Listener other = id.isEmpty() ? null : byId.putIfAbsent(id, listener);
        if (id.isEmpty() || other != null) {
            report(
                    listener,
                    "id",
                    other == null
                            ? "has no id, and is another listener to the registry as soon as it is renamed"
                            : "shares the id \"%s\" with %s"
                                    .formatted(id, other.type().simpleName()),
                    "Write @ApplicationModuleListener(id = \"%s.what-it-does\") and never change that again."
                            .formatted(listener.place()),
                    findings);
        }
    }

    private static void examine(CodeBase code, Events events, Listener listener, JavaClass heard, Findings findings) {
        CodeType user = listener.type();
        CodeType event =
                code.find(heard).filter(it -> events.isForeign(user, it)).orElse(null);
        List<String> among = events.foreignAmong(user, heard).stream()
                .map(CodeType::simpleName)
                .toList();
        if (event != null && !listener.isModuleListener()) {
            report(
                    listener,
                    event.name(),
                    "listens to %s of %s and is no @ApplicationModuleListener"
                            .formatted(event.simpleName(), event.place()),
                    "Annotate a method on(%s event) with @ApplicationModuleListener(id = \"%s.what-it-does\")."
                            .formatted(event.simpleName(), listener.place()),
                    findings);
        } else if (event == null && !among.isEmpty()) {
            report(
                    listener,
                    heard.getName(),
                    "listens to %s, and so to %s".formatted(heard.getSimpleName(), Lines.listed(among, 3)),
                    "Listen to the events that are meant, each by a method with @ApplicationModuleListener and an id.",
                    findings);
        }
    }

    private static void report(Listener listener, String target, String what, String instead, Findings findings) {
        findings.add(
                findings.at(listener.type(), listener.member(), 0),
                target,
                "%s %s.".formatted(listener.type().inWords(listener.member()), what),
                instead);
    }
}
