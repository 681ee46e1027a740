package io.watertight.guard.rules;

import io.watertight.guard.code.AppModule;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;
import io.watertight.guard.code.CodeUnit.Role;
import io.watertight.guard.code.References.Text;
import io.watertight.guard.rules.SqlTexts.Found;
import io.watertight.guard.sql.SqlName;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads every string that is SQL or JPQL, and asks whose tables and entities it names. */
final class ForeignTable {

    void examine(CodeBase code, CodeType type, Findings findings) {
        SqlTexts texts = new SqlTexts(type);
        AppModule user = type.isInBusiness() ? type.owner() : null;
        Map<String, Named> named = new LinkedHashMap<>();
        for (Found found : texts.all()) {
            for (SqlName name : found.sql().names()) {
                foreign(code, name, user, found.sent())
                        .filter(_ -> found.likely() || name.schema() != null)
                        .ifPresent(it -> add(named, name, it, name.qualified(), found.text()));
            }
        }
        for (Text text : texts.bareNames()) {
            String[] parts = text.value().split("\\.");
            SqlName name = new SqlName(parts.length == 2 ? parts[0] : null, parts[parts.length - 1], 1, true, true);
            (parts.length == 2
                            ? foreign(code, name, user, true)
                                    .filter(_ -> code.tables().isKnown(name))
                            : bare(code, name, user, texts))
                    .ifPresent(it -> add(named, name, it, text.value(), text));
        }
        named.values().forEach(it -> report(code, type, it, findings));
    }

    private static void add(Map<String, Named> named, SqlName name, AppModule owner, String thing, Text text) {
        named.computeIfAbsent(thing + text.member(), _ -> new Named(name, owner, new Lines()))
                .lines()
                .add(thing, text.member(), text.line());
    }

    /** A table by a name of its own, and perhaps the schema by another: both are there, wherever they are put together. */
    private static Optional<AppModule> bare(CodeBase code, SqlName name, @Nullable AppModule user, SqlTexts texts) {
        return code.tables().named(name.name()).stream()
                .filter(it -> it.schema().isEmpty() || texts.names(it.schema()))
                .flatMap(it -> Stream.ofNullable(it.owner()))
                .filter(it -> !it.equals(user) && !it.shared())
                .findFirst()
                .filter(_ -> code.tables().foreign(name, user).isPresent()
                        || code.tables().isOneSchemaPerModule());
    }

    /** Of what may be a column of an alias, only what is known to be a table; of what may be prose, only in the place of one. */
    private static Optional<AppModule> foreign(CodeBase code, SqlName name, @Nullable AppModule user, boolean sent) {
        return code.tables()
                .foreign(name, user)
                .filter(_ -> sent
                        ? name.position() || code.tables().isKnown(name)
                        : name.position() && code.tables().isKnown(name));
    }

    private static void report(CodeBase code, CodeType type, Named named, Findings findings) {
        SqlName name = named.name();
        String owner = named.owner().name();
        String others = named.lines().others();
        findings.add(
                type,
                named.lines(),
                "%s names %s of module '%s'%s.".formatted(type.inWords(), name.qualified(), owner, others),
                type.unit().role() == Role.TECHNICAL
                        ? "Technical code serves any module and must not name one: let the module declare a bean for it."
                        : Advice.ask(code, named.owner(), name.name(), name.writes()));
    }

    private record Named(SqlName name, AppModule owner, Lines lines) {}
}
