package io.watertight.guard.rules.events;

import io.watertight.guard.code.AppModule;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;
import io.watertight.guard.code.CodeType.Call;
import io.watertight.guard.code.Spring;
import io.watertight.guard.rules.Advice;
import io.watertight.guard.rules.Findings;
import io.watertight.guard.rules.Lines;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** An event says that its module has done something; said by anybody else, every listener is misled. */
final class ForeignEvent {

    private ForeignEvent() {}

    static void examine(CodeBase code, Findings findings) {
        Events events = new Events(code);
        code.guarded().forEach(user -> {
            findings.examined(user);
            Map<CodeType, Lines> used = new LinkedHashMap<>();
            for (Call call : user.calls()) {
                made(code, call)
                        .filter(it -> events.isForeign(user, it))
                        .forEach(it ->
                                used.computeIfAbsent(it, _ -> new Lines()).add("makes", call.member(), call.line()));
            }
            user.constants().lambdas().stream()
                    .filter(it -> it.method().equals("<init>"))
                    .forEach(it -> code.find(it.owner())
                            .filter(event -> events.isForeign(user, event))
                            .ifPresent(event -> used.computeIfAbsent(event, _ -> new Lines())
                                    .add("makes", it.member(), it.line())));
            Stream.concat(user.java().getRawSuperclass().stream(), user.java().getRawInterfaces().stream())
                    .flatMap(it -> code.find(it).stream())
                    .filter(it -> events.isForeign(user, it))
                    .forEach(it -> used.computeIfAbsent(it, _ -> new Lines()).add("extends", "", 0));
            events.publishedBy(user)
                    .filter(it -> it.isInBusiness() && !user.isOwnedBy(it.owner()))
                    .forEach(it -> used.computeIfAbsent(it, _ -> new Lines()).add("publishes", "", 0));
            answered(code, user)
                    .forEach(it -> used.computeIfAbsent(it, _ -> new Lines()).add("publishes", "", 0));
            used.forEach((event, lines) -> report(code, user, event, lines, findings));
        });
        events.listeners().forEach(it -> republished(code, events, it, findings));
    }

    /** By a constructor, or by a static method of the type itself. */
    private static Stream<CodeType> made(CodeBase code, Call call) {
        return code.find(call.owner()).stream()
                .filter(it -> call.isConstruction()
                        || it.java().getMethods().stream()
                                .anyMatch(method -> method.getName().equals(call.name())
                                        && method.getRawReturnType().equals(it.java())
                                        && method.getModifiers()
                                                .contains(com.tngtech.archunit.core.domain.JavaModifier.STATIC)));
    }

    /** Spring publishes what a listener returns. */
    private static Stream<CodeType> answered(CodeBase code, CodeType user) {
        return user.java().getMethods().stream()
                .filter(it ->
                        it.isAnnotatedWith(Spring.EVENT_LISTENER) || it.isMetaAnnotatedWith(Spring.EVENT_LISTENER))
                .flatMap(it -> it.getReturnType().getAllInvolvedRawTypes().stream())
                .flatMap(it -> code.find(it).stream())
                .filter(it -> it.isInBusiness() && !user.isOwnedBy(it.owner()));
    }

    /** A listener that publishes and makes nothing hands on what it heard. */
    private static void republished(CodeBase code, Events events, Events.Listener listener, Findings findings) {
        CodeType user = listener.type();
        List<CodeType> heard = listener.hears().stream()
                .flatMap(it -> code.find(it).stream())
                .filter(it -> events.isForeign(user, it))
                .toList();
        boolean publishes = user.calls().stream().anyMatch(it -> it.name().equals("publishEvent"))
                && events.publishedBy(user).findAny().isEmpty();
        if (publishes && !heard.isEmpty()) {
            user.calls().stream()
                    .filter(it -> it.name().equals("publishEvent"))
                    .findFirst()
                    .ifPresent(it -> report(
                            code,
                            user,
                            heard.getFirst(),
                            new Lines().add("publishes", it.member(), it.line()),
                            findings));
        }
    }

    private static void report(CodeBase code, CodeType user, CodeType event, Lines lines, Findings findings) {
        AppModule owner = Objects.requireNonNull(event.owner());
        findings.add(
                findings.at(user, lines.member(), lines.first()),
                event.name(),
                "%s %s %s of module '%s'%s."
                        .formatted(
                                user.inWords(),
                                lines.things().replace(", ", " and "),
                                event.simpleName(),
                                owner.name(),
                                lines.others()),
                "An event says that its module has done something, and every listener believes it: here '%s' has done nothing."
                        .formatted(owner.name()),
                "%s The event follows from that. What %s has to tell is an event of its own."
                        .formatted(Advice.ask(code, owner, event.simpleName(), true), user.place()));
    }
}
