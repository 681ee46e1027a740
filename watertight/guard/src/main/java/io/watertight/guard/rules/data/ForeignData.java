package io.watertight.guard.rules.data;

import io.watertight.guard.code.AppModule;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;
import io.watertight.guard.code.CodeType.Call;
import io.watertight.guard.code.CodeType.Use;
import io.watertight.guard.rules.Advice;
import io.watertight.guard.rules.Findings;
import io.watertight.guard.rules.Lines;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Follows entities and repositories to wherever they are used: by type, by the name of a bean, by the name of a class. */
final class ForeignData {

    static final String WHY =
            "Data that two modules write has no owner: neither can hold its rules, or change without the other.";

    private static final Pattern WRITES =
            Pattern.compile("(save|delete|insert|update|remove|persist|merge|set|add|clear|put|flush)\\w*|<init>");

    private ForeignData() {}

    static void examine(CodeBase code, Findings findings) {
        code.types().forEach(user -> {
            findings.examined(user);
            examine(code, user, findings);
        });
        code.persistence().repositories().forEach(it -> examineStored(code, it, findings));
    }

    /** Also for the rule on tests, which is about the same data. */
    static void examine(CodeBase code, CodeType user, Findings findings) {
        Map<AppModule, Lines> writes = new LinkedHashMap<>();
        Map<AppModule, Lines> reads = new LinkedHashMap<>();
        for (Call call : user.calls()) {
            Optional<AppModule> owner = foreignOwner(code, user, call.owner().getName());
            if (owner.isPresent()) {
                (WRITES.matcher(call.name()).matches() ? writes : reads)
                        .computeIfAbsent(owner.get(), _ -> new Lines())
                        .add(
                                "%s.%s"
                                        .formatted(
                                                Lines.simple(call.owner().getName()),
                                                call.name().replace("<init>", "new")),
                                call.member(),
                                call.line());
            }
        }
        for (Use use : user.uses()) {
            foreignOwner(code, user, use.type())
                    .filter(it -> !writes.containsKey(it) && !reads.containsKey(it))
                    .ifPresent(it -> reads.put(it, new Lines()));
        }
        for (Use use : user.uses()) {
            foreignOwner(code, user, use.type())
                    .filter(it -> !writes.containsKey(it) && reads.containsKey(it))
                    .ifPresent(it -> reads.computeIfAbsent(it, _ -> new Lines()).add(kind(code, use.type()), use.member(), use.line()));
        }
        byName(code, user, reads);
        writes.forEach((owner, lines) -> report(code, user, owner, lines, true, findings));
        reads.forEach((owner, lines) -> {
            if (!writes.containsKey(owner)) {
                report(code, user, owner, lines, false, findings);
            }
        });
    }

    private static String kind(CodeBase code, String type) {
        return "the %s %s".formatted(code.persistence().isEntity(type) ? "entity" : "repository", Lines.simple(type));
    }

    /** Beans bear the names of their classes, and those of classes can be written down. */
    private static void byName(CodeBase code, CodeType user, Map<AppModule, Lines> reads) {
        Map<String, CodeType> names = names(code);
        user.texts()
                .filter(it -> names.containsKey(it.value()))
                .forEach(text -> foreignOwner(
                                code, user, Objects.requireNonNull(names.get(text.value())).name())
                        .ifPresent(it -> reads.computeIfAbsent(it, _ -> new Lines())
                                .add("the name \"%s\"".formatted(text.value()), text.member(), text.line())));
    }

    private static Map<String, CodeType> names(CodeBase code) {
        Map<String, CodeType> names = code.persistence().repositories().stream()
                .collect(Collectors.toMap(it -> beanName(it), it -> it, (a, _) -> a));
        code.persistence().repositories().forEach(it -> names.put(it.name(), it));
        code.persistence().entities().forEach(it -> names.put(it.name(), it));
        return names;
    }

    private static String beanName(CodeType type) {
        String simple = type.java().getSimpleName();
        return simple.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + simple.substring(1);
    }

    private static Optional<AppModule> foreignOwner(CodeBase code, CodeType user, String type) {
        return !code.persistence().isData(type)
                ? Optional.empty()
                : code.find(type).map(CodeType::owner).filter(it -> !it.shared() && !user.isOwnedBy(it));
    }

    private static void report(
            CodeBase code, CodeType user, AppModule owner, Lines lines, boolean writes, Findings findings) {
        findings.add(
                findings.at(user, lines.member(), lines.first()),
                lines,
                "%s uses %s of module '%s'%s.".formatted(user.inWords(), lines.things(), owner.name(), lines.others()),
                WHY,
                Advice.ask(code, owner, lines.things().replaceFirst("^the \\w+ ", ""), writes));
    }

    /** Whoever has a repository for a type makes a table of it, whatever its module meant it for. */
    private static void examineStored(CodeBase code, CodeType repository, Findings findings) {
        code.persistence()
                .storedBy(repository)
                .flatMap(code::find)
                .filter(it -> it.owner() != null
                        && !it.isOwnedBy(repository.owner())
                        && !code.persistence().isEntity(it.name()))
                .ifPresent(it -> findings.add(
                        findings.at(repository),
                        it.name(),
                        "The repository %s stores %s of %s."
                                .formatted(repository.inWords(), it.simpleName(), it.place()),
                        "A module stores its own entities only; anything else is another module's data, or nobody's.",
                        "Give the module an entity of its own, package-private, and a table of its own."));
    }
}
