package io.watertight.guard.rules.sql;

import io.watertight.guard.RuleGroup;
import io.watertight.guard.codebase.ClassFacts.Call;
import io.watertight.guard.codebase.CodeClass;
import io.watertight.guard.codebase.CodeUnit.Role;
import io.watertight.guard.codebase.Codebase;
import io.watertight.guard.codebase.DomainModule;
import io.watertight.guard.rules.Findings;
import io.watertight.guard.rules.Rule;
import io.watertight.guard.sql.SqlStatement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads every string, also the ones put together, and asks whose tables they name. What is certainly SQL has to be readable
 * and the module's own down to the last name; what may be prose counts only if it names a table that is known.
 */
final class SqlStaysHome implements Rule {

    private static final String MAY_NOT_SEND = "Only modules have tables, and each has them in its own schema.";

    @Override
    public String id() {
        return "sql-stays-home";
    }

    @Override
    public RuleGroup group() {
        return RuleGroup.SQL;
    }

    @Override
    public String promise() {
        return "SQL in code names only tables of its own module, each by a constant and with its schema";
    }

    @Override
    public void examine(Codebase code, Findings findings) {
        if (!code.migrations().isOneSchemaPerModule()) {
            return;
        }
        TextOrigins origins = new TextOrigins(code);
        Map<DomainModule, Set<String>> temporary = new HashMap<>();
        Map<CodeClass, SqlTexts> all = new LinkedHashMap<>();
        code.classes().stream().filter(it -> isExamined(code, it)).forEach(type -> {
            SqlTexts texts = new SqlTexts(code, type);
            all.put(type, texts);
            DomainModule owner = owner(type);
            if (owner != null) {
                texts.all().stream()
                        .filter(it ->
                                it.value().toLowerCase(java.util.Locale.ROOT).contains("temp"))
                        .forEach(it -> temporary
                                .computeIfAbsent(owner, _ -> new HashSet<>())
                                .addAll(it.reading().all(SqlStatement::temporary)));
            }
        });
        all.forEach((type, texts) -> {
            findings.examined(type);
            examine(code, type, texts, temporary, origins, findings);
        });
        SqlResources.examine(code, findings);
    }

    private static void examine(
            Codebase code,
            CodeClass type,
            SqlTexts texts,
            Map<DomainModule, Set<String>> temporary,
            TextOrigins origins,
            Findings findings) {
        DomainModule owner = owner(type);
        boolean platform = SqlSubjects.isPlatform(code, type);
        SchemaBorder border = platform
                ? SchemaBorder.ofPlatform(code)
                : owner == null
                        ? SchemaBorder.ofNobody(code)
                        : SchemaBorder.ofModule(code, owner, temporary.getOrDefault(owner, Set.of()));
        Reporter reporter = new Reporter(code, type, findings);
        texts.all().forEach(text -> border.objections(text).forEach(it -> reporter.add(it, text)));
        if (!texts.sending().isEmpty() || (platform && namesTables(code, type))) {
            texts.all().forEach(text -> border.bareName(text).ifPresent(it -> reporter.add(it, text)));
        }
        if (owner != null) {
            TableObjects.examine(code, type, owner, reporter);
            SwappedNames.examine(code, type, texts, reporter);
            texts.sending()
                    .forEach(call -> origins.unreadable(type, call)
                            .ifPresent(origin -> reporter.add(
                                    unreadable(call, origin), call.place().line())));
        } else if (!platform && reporter.isEmpty()) {
            mayNotSend(code, type, texts, reporter);
        }
        reporter.report();
    }

    private static boolean namesTables(Codebase code, CodeClass type) {
        return type.facts().calls().stream().anyMatch(it -> SqlCalls.namesSchema(code, it));
    }

    private static Objection unreadable(Call call, String origin) {
        return new Objection(
                "origin " + origin,
                "sends %s as SQL".formatted(origin),
                "Nobody can tell whose tables it names before it runs.",
                "Keep the statement as a constant or text block where it is sent, and pass values as parameters.",
                1,
                call.method());
    }

    private static void mayNotSend(Codebase code, CodeClass type, SqlTexts texts, Reporter reporter) {
        Stream.concat(
                        texts.sending().stream(),
                        type.facts().calls().stream()
                                .filter(it -> SqlCalls.namesTable(code, it) || SqlCalls.namesSchema(code, it)))
                .findFirst()
                .ifPresent(it -> reporter.add(
                        new Objection(
                                "sends",
                                "sends SQL with %s.%s"
                                        .formatted(
                                                it.owner().substring(it.owner().lastIndexOf('.') + 1), it.method()),
                                MAY_NOT_SEND,
                                "Call the service of the module whose data it is; if it has none for this, add a method there.",
                                1,
                                it.method()),
                        it.place().line()));
    }

    private static boolean isExamined(Codebase code, CodeClass type) {
        return type.unit().role() != Role.TECHNICAL
                || code.isInBasePackage(type.packageName())
                || SqlSubjects.isPlatform(code, type);
    }

    /** The module whose tables it may name; the shared kernel has none. */
    private static @Nullable DomainModule owner(CodeClass type) {
        DomainModule actor = type.actor();
        return actor == null || actor.shared() ? null : actor;
    }
}
