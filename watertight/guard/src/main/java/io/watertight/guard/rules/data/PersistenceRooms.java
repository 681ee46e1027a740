package io.watertight.guard.rules.data;

import io.watertight.guard.RuleGroup;
import io.watertight.guard.codebase.ClassFacts.Mention;
import io.watertight.guard.codebase.CodeClass;
import io.watertight.guard.codebase.Codebase;
import io.watertight.guard.codebase.DomainModule;
import io.watertight.guard.rules.Findings;
import io.watertight.guard.rules.Lines;
import io.watertight.guard.rules.Rule;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Who has no data needs no database. */
final class PersistenceRooms implements Rule {

    private static final int LISTED = 5;

    @Override
    public String id() {
        return "persistence-in-its-room";
    }

    @Override
    public RuleGroup group() {
        return RuleGroup.DATA;
    }

    @Override
    public String promise() {
        return "only what lies hidden in a module knows that there is a database";
    }

    @Override
    public void examine(Codebase code, Findings findings) {
        code.guardedClasses()
                .filter(it -> !it.isDescriptor() && !StoringRoom.holds(code, it))
                .forEach(user -> {
                    findings.examined(user);
                    Map<String, Lines> stores = new LinkedHashMap<>();
                    user.facts().mentions().stream()
                            .filter(it -> PersistenceTypes.stores(it.type()))
                            .sorted(Comparator.comparingInt(
                                    (Mention it) -> it.place().line()))
                            .forEach(it -> stores.computeIfAbsent(it.type(), _ -> new Lines())
                                    .add(it.place().line()));
                    if (!stores.isEmpty()) {
                        report(code, user, stores, findings);
                    }
                });
    }

    private static void report(Codebase code, CodeClass user, Map<String, Lines> stores, Findings findings) {
        List<String> types = List.copyOf(stores.keySet());
        String listed = types.stream()
                .limit(LISTED)
                .map(it -> it.substring(it.lastIndexOf('.') + 1).replace('$', '.'))
                .collect(Collectors.joining(", "));
        findings.violation(
                Places.of(code, user, stores.values().iterator().next()),
                "%s uses %s%s, but %s."
                        .formatted(
                                user.simpleName(),
                                listed,
                                types.size() > LISTED ? " ..." : "",
                                StoringRoom.fault(code, user)),
                "Every table belongs to one module, and only code that lies hidden in the module can be held to that.",
                instead(code, user));
    }

    private static String instead(Codebase code, CodeClass user) {
        DomainModule actor = user.actor();
        if (actor == null) {
            return "Let the module do it that owns the data, and ask for its service: %s."
                    .formatted(DataAdvice.services(code, user));
        }
        return actor.shared()
                ? "Move it into the module that owns the data, package-private; what is shared carries values and nothing else."
                : "Move it into the module's inside (%s), without 'public', and let others ask the module's service."
                        .formatted(actor.internalPackage());
    }
}
