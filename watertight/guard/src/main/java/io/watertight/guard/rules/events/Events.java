package io.watertight.guard.rules.events;

import io.watertight.guard.codebase.CodeClass;
import io.watertight.guard.codebase.Codebase;
import io.watertight.guard.codebase.DomainModule;
import io.watertight.guard.rules.events.Publications.Publication;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The events of all modules: what its own module publishes, what anybody listens to, what is marked as one. */
final class Events {

    private static final Set<String> MARKS = Set.of(
            "org.springframework.modulith.events.Externalized",
            "org.jmolecules.event.annotation.DomainEvent",
            "org.jmolecules.event.annotation.Externalized");
    private static final String EVENT = "org.jmolecules.event.types.DomainEvent";

    /** Spring wraps whatever is published and is no event of its own. */
    private static final Set<String> WRAPPERS = Set.of(
            "java.util.EventObject",
            "org.springframework.context.ApplicationEvent",
            "org.springframework.context.PayloadApplicationEvent");

    private final Codebase code;
    private final Publications publications;
    private final Set<String> names = new HashSet<>();

    Events(Codebase code) {
        this.code = code;
        this.publications = new Publications(code);
        code.classes().forEach(type -> {
            for (Publication publication : publications.in(type)) {
                code.find(publication.type())
                        .filter(it -> it.actor() != null && it.actor().equals(type.actor()))
                        .ifPresent(it -> names.add(it.name()));
            }
            Listener.in(type).forEach(it -> names.addAll(it.hears()));
            if (type.type().isAssignableTo(EVENT)
                    || type.facts().notesOnType().anyMatch(it -> MARKS.contains(it.type()))) {
                names.add(type.name());
            }
        });
        names.removeIf(it -> !code.owns(it));
        List<String> found = List.copyOf(names);
        code.classes().stream()
                .filter(it -> found.stream().anyMatch(event -> isBelow(it, event)))
                .forEach(it -> names.add(it.name()));
    }

    private static boolean isBelow(CodeClass type, String event) {
        return type.facts().interfaces().contains(event)
                || event.equals(type.facts().superclass());
    }

    /** What a class publishes, whether it is an event of somebody or not. */
    List<Publication> publishedBy(CodeClass type) {
        return publications.in(type);
    }

    /** The event of another module that has this name. */
    Optional<CodeClass> foreignTo(CodeClass user, String type) {
        return names.contains(type) ? foreignType(user, type) : Optional.empty();
    }

    /** The type of another module that has this name; the shared kernel's are everybody's. */
    Optional<CodeClass> foreignType(CodeClass user, String type) {
        return code.find(type).filter(it -> {
            DomainModule owner = it.actor();
            return owner != null && !owner.shared() && !owner.equals(user.actor());
        });
    }

    /** Events of modules other than the user's that a listener to this type is told of. */
    List<CodeClass> foreignEventsThatAre(CodeClass user, String heard) {
        String type = WRAPPERS.contains(heard) ? Object.class.getName() : heard;
        return names.stream()
                .sorted()
                .flatMap(it -> foreignTo(user, it).stream())
                .filter(it -> it.type().isAssignableTo(type))
                .toList();
    }
}
