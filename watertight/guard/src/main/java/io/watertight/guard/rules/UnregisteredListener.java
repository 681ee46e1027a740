package io.watertight.guard.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.rules.Events.Listener;
import java.util.HashMap;
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
            String fault = other == null
                    ? "has no id, so the registry takes it for another listener as soon as it is renamed"
                    : "shares the id \"%s\" with %s".formatted(id, other.type().simpleName());
            findings.add(
                    findings.at(listener.type(), listener.member(), 0),
                    "id",
                    "%s %s.".formatted(listener.type().inWords(listener.member()), fault),
                    "Write @ApplicationModuleListener(id = \"%s.what-it-does\") and never change the id."
                            .formatted(listener.place()));
        }
    }

    private static void examine(CodeBase code, Events events, Listener listener, JavaClass heard, Findings findings) {
        code.find(heard)
                .filter(it -> events.isForeign(listener.type(), it) && !listener.isModuleListener())
                .ifPresent(it -> findings.add(
                        findings.at(listener.type(), listener.member(), 0),
                        it.name(),
                        "%s listens to %s of %s and is not an @ApplicationModuleListener."
                                .formatted(listener.type().inWords(listener.member()), it.simpleName(), it.place()),
                        "Annotate a method on(%s event) with @ApplicationModuleListener(id = \"%s.what-it-does\")."
                                .formatted(it.simpleName(), listener.place())));
    }
}
