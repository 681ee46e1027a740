package io.watertight.guard.rules.data;

import io.watertight.guard.RuleGroup;
import io.watertight.guard.codebase.ClassFacts.Note;
import io.watertight.guard.codebase.ClassFacts.Note.ValueKind;
import io.watertight.guard.codebase.CodeClass;
import io.watertight.guard.codebase.Codebase;
import io.watertight.guard.codebase.DomainModule;
import io.watertight.guard.rules.Findings;
import io.watertight.guard.rules.OwnerAdvice;
import io.watertight.guard.rules.Rule;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaType;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who is called whenever something is stored sees the entities of all modules, and may change them, unless he names one. */
final class EntityCallbacks implements Rule {

    private static final String BEAN = "org.springframework.context.annotation.Bean";
    private static final String EVENT_LISTENER = "org.springframework.context.event.EventListener";
    private static final String APPLICATION_LISTENER = "org.springframework.context.ApplicationListener";
    private static final String EVENTS = "org.springframework.data.relational.core.mapping.event.RelationalEvent";

    private static final List<String> CALLED_BACK = List.of(
            "org.springframework.data.mapping.callback.EntityCallback",
            "org.springframework.data.relational.core.mapping.event.AbstractRelationalEventListener");

    private static final Set<String> OF_EVERY_EVENT =
            Set.of("java.lang.Object", "java.util.EventObject", "org.springframework.context.ApplicationEvent");

    private static final List<String> OF_EVERYTHING = List.of(
            "org.springframework.context.event.SmartApplicationListener",
            "org.springframework.context.event.GenericApplicationListener",
            "org.hibernate.Interceptor",
            "org.hibernate.integrator.spi.Integrator",
            "org.hibernate.event.spi.PostInsertEventListener",
            "org.hibernate.event.spi.PreInsertEventListener",
            "org.hibernate.event.spi.PreUpdateEventListener",
            "org.hibernate.event.spi.PostUpdateEventListener",
            "org.hibernate.event.spi.PreDeleteEventListener",
            "org.hibernate.event.spi.PostLoadEventListener");

    @Override
    public String id() {
        return "entity-callbacks";
    }

    @Override
    public RuleGroup group() {
        return RuleGroup.DATA;
    }

    @Override
    public String promise() {
        return "who is called when entities are stored or loaded names one of his own module";
    }

    @Override
    public void examine(Codebase code, Findings findings) {
        code.guardedClasses().filter(it -> !it.isDescriptor()).forEach(user -> {
            if (!user.type().isInterface()) {
                examineType(code, user, user.type(), Place.of(code, user), findings);
            }
            for (JavaMethod method : user.type().getMethods()) {
                if (method.isMetaAnnotatedWith(BEAN)) {
                    examineType(code, user, method.getReturnType(), Place.of(code, user, method), findings);
                }
                if (method.isMetaAnnotatedWith(EVENT_LISTENER)) {
                    findings.examined(user);
                    examineListener(code, user, method, findings);
                }
            }
        });
    }

    private record Place(String where, String words) {

        static Place of(Codebase code, CodeClass user) {
            return new Place(code.where(user), "is called for");
        }

        static Place of(Codebase code, CodeClass user, JavaMethod method) {
            return new Place(
                    code.where(user, method.getName()),
                    "has a bean '%s' that is called for".formatted(method.getName()));
        }
    }

    private static void examineType(Codebase code, CodeClass user, JavaType type, Place place, Findings findings) {
        for (String callback : CALLED_BACK) {
            if (type.toErasure().isAssignableTo(callback)) {
                findings.examined(user);
                examineSubject(code, user, TypeArguments.first(type, callback), place, findings);
            }
        }
        if (type.toErasure().isAssignableTo(APPLICATION_LISTENER)) {
            findings.examined(user);
            Optional<JavaType> event = TypeArguments.first(type, APPLICATION_LISTENER);
            if (CALLED_BACK.stream().noneMatch(type.toErasure()::isAssignableTo)) {
                examineEvent(code, user, event, place, findings);
            }
        }
        if (OF_EVERYTHING.stream().anyMatch(type.toErasure()::isAssignableTo)) {
            report(code, user, place, "everything that happens", null, findings);
        }
    }

    private static void examineListener(Codebase code, CodeClass user, JavaMethod method, Findings findings) {
        Place place = new Place(
                code.where(user, method.getName()), "listens in its method '%s' to".formatted(method.getName()));
        List<String> named = user.facts().notes().stream()
                .filter(it -> method.getName().equals(it.place().member())
                        && it.type().endsWith("Listener"))
                .flatMap(it -> it.values().stream())
                .filter(it -> it.kind() == ValueKind.TYPE)
                .map(Note.Value::value)
                .toList();
        if (method.getParameterTypes().isEmpty() || !named.isEmpty()) {
            named.stream()
                    .filter(it -> it.startsWith("org.springframework.data.") || OF_EVERY_EVENT.contains(it))
                    .findFirst()
                    .ifPresent(it -> report(code, user, place, "every " + simple(it), null, findings));
        }
        if (named.isEmpty() && !method.getParameterTypes().isEmpty()) {
            examineEvent(code, user, Optional.of(method.getParameterTypes().getFirst()), place, findings);
        }
    }

    private static void examineEvent(
            Codebase code, CodeClass user, Optional<JavaType> event, Place place, Findings findings) {
        String name = event.map(it -> it.toErasure().getName()).orElse("java.lang.Object");
        if (OF_EVERY_EVENT.contains(name)) {
            report(code, user, place, "every event", null, findings);
        } else if (event.orElseThrow().toErasure().isAssignableTo(EVENTS)) {
            examineSubject(code, user, TypeArguments.of(event.get()).stream().findFirst(), place, findings);
        }
    }

    private static void examineSubject(
            Codebase code, CodeClass user, Optional<JavaType> subject, Place place, Findings findings) {
        Optional<CodeClass> known = subject.flatMap(it -> code.find(it.toErasure()));
        if (known.isEmpty()) {
            report(code, user, place, "every entity", null, findings);
        } else if (!StoringRoom.isInModule(user) || !Objects.equals(known.get().actor(), user.actor())) {
            report(code, user, place, known.get().simpleName(), known.get().actor(), findings);
        }
    }

    private static void report(
            Codebase code,
            CodeClass user,
            Place place,
            String subject,
            @Nullable DomainModule owner,
            Findings findings) {
        DomainModule foreign = owner == null || owner.shared() ? null : owner;
        findings.violation(
                place.where(),
                "%s of %s %s %s%s."
                        .formatted(
                                user.simpleName(),
                                code.roomOf(user),
                                place.words(),
                                subject,
                                foreign == null
                                        ? ", of whichever module"
                                        : " of module '%s'".formatted(foreign.name())),
                "It is handed the entities of other modules and can read and change them while they are stored.",
                foreign != null
                        ? OwnerAdvice.ask(code, foreign, subject)
                        : !StoringRoom.isInModule(user)
                                ? "Listen to the events that modules export; a callback belongs into the module of its entity."
                                : "Name one entity of the module's own, as in BeforeConvertCallback<%s>; to learn what happens in another module, listen to the events that it exports."
                                        .formatted(DataAdvice.exampleEntity(code, user)));
    }

    private static String simple(String type) {
        return type.substring(type.lastIndexOf('.') + 1).replace('$', '.');
    }
}
