package io.watertight.guard.rules;

import io.watertight.guard.codebase.ClassFacts.Call;
import io.watertight.guard.codebase.ClassFacts.Mention;
import io.watertight.guard.codebase.CodeClass;
import io.watertight.guard.codebase.Codebase;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks for what is banned: what one class uses of one ban is told at once. */
public final class Bans {

    private static final int LISTED = 4;

    private final Codebase code;
    private final Findings findings;
    private final List<Ban> onTypes;
    private final List<Ban> onMethods;
    private final Map<String, List<Ban>> byType = new HashMap<>();
    private final Map<String, List<Ban>> byOwner = new HashMap<>();

    public Bans(Codebase code, Findings findings, List<Ban> bans) {
        this.code = code;
        this.findings = findings;
        this.onTypes = bans.stream().filter(it -> !it.isOnMethods()).toList();
        this.onMethods = bans.stream().filter(Ban::isOnMethods).toList();
    }

    /** Takes down that the class was looked at, and what it uses of what is banned. */
    public void examine(CodeClass user) {
        if (user.isDescriptor()) {
            return;
        }
        findings.examined(user);
        Map<List<String>, Use> uses = new LinkedHashMap<>();
        for (Call call : user.facts().calls()) {
            for (Ban ban : bansOn(call.owner(), onMethods, byOwner)) {
                if (call.isOneOf(ban.methods())) {
                    use(uses, ban)
                            .add(
                                    "%s.%s".formatted(simple(call.owner()), call.method()),
                                    call.place().line());
                }
            }
        }
        for (Mention mention : user.facts().mentions()) {
            if (!mention.type().equals(user.name())) {
                for (Ban ban : bansOn(mention.type(), onTypes, byType)) {
                    use(uses, ban).add(simple(mention.type()), mention.place().line());
                }
            }
        }
        uses.values()
                .forEach(use -> findings.violation(
                        use.lines.first() == 1 ? code.where(user) : code.where(user, use.lines.first()),
                        "%s of %s uses %s%s."
                                .formatted(user.simpleName(), code.roomOf(user), use.names(), use.lines.others()),
                        use.ban.why(),
                        use.ban.instead()));
    }

    /** Bans for the same reason, with the same advice, are one to the reader. */
    private static Use use(Map<List<String>, Use> uses, Ban ban) {
        return uses.computeIfAbsent(List.of(ban.why(), ban.instead()), _ -> new Use(ban));
    }

    private static List<Ban> bansOn(String type, List<Ban> bans, Map<String, List<Ban>> known) {
        return known.computeIfAbsent(
                type, _ -> bans.stream().filter(it -> it.covers(type)).toList());
    }

    private static String simple(String type) {
        return type.substring(type.lastIndexOf('.') + 1).replace('$', '.');
    }

    private static final class Use {

        private final Ban ban;
        private final Set<String> things = new LinkedHashSet<>();
        private final Lines lines = new Lines();

        Use(Ban ban) {
            this.ban = ban;
        }

        void add(String thing, int line) {
            things.add(thing);
            lines.add(line);
        }

        String names() {
            return things.stream().limit(LISTED).collect(Collectors.joining(", "))
                    + (things.size() > LISTED ? " ..." : "");
        }
    }
}
