package io.watertight.guard.rules.events;

import io.watertight.guard.RuleGroup;
import io.watertight.guard.codebase.CodeClass;
import io.watertight.guard.codebase.Codebase;
import io.watertight.guard.rules.Findings;
import io.watertight.guard.rules.Rule;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What another module announces must be heard even if this process dies: only the event registry holds that. */
final class ModuleListeners implements Rule {

    @Override
    public String id() {
        return "module-listeners";
    }

    @Override
    public RuleGroup group() {
        return RuleGroup.EVENTS;
    }

    @Override
    public String promise() {
        return "who listens to another module is an @ApplicationModuleListener with an id of its own";
    }

    @Override
    public void examine(Codebase code, Findings findings) {
        Events events = new Events(code);
        Map<String, Listener> byId = new HashMap<>();
        code.guardedClasses().flatMap(it -> Listener.in(it).stream()).forEach(listener -> {
            findings.examined("%s %s".formatted(listener.name(), listener.hears()));
            if (listener.isModuleListener()) {
                listener.id()
                        .ifPresentOrElse(
                                it -> examineId(code, it, listener, byId.putIfAbsent(it, listener), findings),
                                () -> reportNoId(code, listener, findings));
            }
            listener.hears().forEach(it -> examineHeard(code, events, listener, it, findings));
        });
    }

    private static void examineHeard(Codebase code, Events events, Listener listener, String heard, Findings findings) {
        Optional<CodeClass> foreign = events.foreignType(listener.type(), heard);
        List<CodeClass> among = events.foreignEventsThatAre(listener.type(), heard);
        if (foreign.isPresent() && !listener.isModuleListener()) {
            CodeClass event = foreign.get();
            findings.violation(
                    where(code, listener),
                    "%s of %s listens to %s of module '%s' and is no @ApplicationModuleListener."
                            .formatted(
                                    listener.name(),
                                    code.roomOf(listener.type()),
                                    event.simpleName(),
                                    Objects.requireNonNull(event.actor()).name()),
                    "It runs within the publisher's transaction or not at all: its failure is the publisher's, or the event is lost.",
                    "Annotate a method on(%s event) with @ApplicationModuleListener(id = \"%s\")."
                            .formatted(event.simpleName(), idFor(listener, event)));
        } else if (foreign.isEmpty() && !among.isEmpty()) {
            findings.violation(
                    where(code, listener),
                    "%s of %s listens to %s, and so to %s."
                            .formatted(
                                    listener.name(),
                                    code.roomOf(listener.type()),
                                    heard.substring(heard.lastIndexOf('.') + 1),
                                    among.stream().map(CodeClass::simpleName).collect(Collectors.joining(", "))),
                    "It hears the events of every module, those of tomorrow too, and no arrow says so.",
                    "Listen to the events that are meant, each by a method with @ApplicationModuleListener and an id.");
        }
    }

    private static void examineId(
            Codebase code, String id, Listener listener, @Nullable Listener other, Findings findings) {
        if (other != null) {
            findings.violation(
                    where(code, listener),
                    "%s of %s shares the id \"%s\" with %s."
                            .formatted(listener.name(), code.roomOf(listener.type()), id, other.name()),
                    "The registry tells listeners apart by their id: one of the two would be taken to have heard what the other did.",
                    "Give it an id of its own, such as \"%s.what-it-does\".".formatted(room(listener)));
        }
    }

    private static void reportNoId(Codebase code, Listener listener, Findings findings) {
        findings.violation(
                where(code, listener),
                "%s of %s is an @ApplicationModuleListener without an id."
                        .formatted(listener.name(), code.roomOf(listener.type())),
                "The registry then knows it by its signature: renamed, it never hears what was still to come.",
                "Write @ApplicationModuleListener(id = \"%s.what-it-does\") and never change that again."
                        .formatted(room(listener)));
    }

    private static String idFor(Listener listener, CodeClass event) {
        return "%s.on-%s"
                .formatted(
                        room(listener),
                        event.simpleName().replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT));
    }

    private static String room(Listener listener) {
        return listener.type().actor() == null ? "app" : listener.type().actor().name();
    }

    private static String where(Codebase code, Listener listener) {
        return listener.line() == 0 ? code.where(listener.type()) : code.where(listener.type(), listener.line());
    }
}
