package io.watertight.guard.rules.events;

import io.watertight.guard.RuleGroup;
import io.watertight.guard.codebase.ClassFacts.Call;
import io.watertight.guard.codebase.CodeClass;
import io.watertight.guard.codebase.Codebase;
import io.watertight.guard.codebase.DomainModule;
import io.watertight.guard.rules.Findings;
import io.watertight.guard.rules.Lines;
import io.watertight.guard.rules.OwnerAdvice;
import io.watertight.guard.rules.Rule;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** An event says that its module has done something; said by anybody else, it is a lie that every listener believes. */
final class ForeignEvents implements Rule {

    @Override
    public String id() {
        return "events-come-from-their-module";
    }

    @Override
    public RuleGroup group() {
        return RuleGroup.EVENTS;
    }

    @Override
    public String promise() {
        return "an event is made and published by the module whose event it is";
    }

    @Override
    public void examine(Codebase code, Findings findings) {
        Events events = new Events(code);
        code.guardedClasses().filter(it -> !it.isDescriptor()).forEach(user -> {
            Map<CodeClass, Use> uses = new LinkedHashMap<>();
            for (var publication : events.publishedBy(user)) {
                findings.examined("%s publishes %s".formatted(user, publication.type()));
                events.foreignType(user, publication.type())
                        .ifPresent(it -> use(uses, it).add("publishes", publication.line()));
            }
            for (Call call : user.facts().calls()) {
                events.foreignTo(user, madeBy(call))
                        .ifPresent(it -> use(uses, it).add("makes", call.place().line()));
            }
            superTypes(user)
                    .forEach(type -> events.foreignTo(user, type)
                            .ifPresent(it -> use(uses, it).add("extends", 0)));
            uses.forEach((event, use) -> report(code, user, event, use, findings));
        });
    }

    /** A constructor, a factory method or a builder of the type itself. */
    private static String madeBy(Call call) {
        if (call.isConstruction()) {
            return call.owner();
        }
        String made = call.descriptor()
                .replaceFirst(".*\\)L?", "")
                .replaceFirst(";$", "")
                .replace('/', '.');
        return made.equals(call.owner()) || call.owner().startsWith(made + "$") ? made : "";
    }

    private static Set<String> superTypes(CodeClass user) {
        Set<String> types = new LinkedHashSet<>(user.facts().interfaces());
        if (user.facts().superclass() != null) {
            types.add(user.facts().superclass());
        }
        return types;
    }

    private static Use use(Map<CodeClass, Use> uses, CodeClass event) {
        return uses.computeIfAbsent(event, _ -> new Use());
    }

    private static void report(Codebase code, CodeClass user, CodeClass event, Use use, Findings findings) {
        DomainModule owner = Objects.requireNonNull(event.actor());
        findings.violation(
                use.lines.first() == 1 ? code.where(user) : code.where(user, use.lines.first()),
                "%s of %s %s %s of module '%s'%s."
                        .formatted(
                                user.simpleName(),
                                code.roomOf(user),
                                String.join(" and ", use.verbs),
                                event.simpleName(),
                                owner.name(),
                                use.lines.others()),
                "An event says that its module has done something, and every listener believes it: here '%s' has done nothing."
                        .formatted(owner.name()),
                "%s The event then comes by itself. What %s has to tell is an event of its own."
                        .formatted(OwnerAdvice.ask(code, owner, event.simpleName()), code.roomOf(user)));
    }

    private static final class Use {

        private final Set<String> verbs = new TreeSet<>();
        private final Lines lines = new Lines();

        void add(String verb, int line) {
            verbs.add(verb);
            lines.add(line);
        }
    }
}
