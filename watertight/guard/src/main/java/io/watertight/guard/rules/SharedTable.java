package io.watertight.guard.rules;

import io.watertight.guard.code.AppModule;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;
import io.watertight.guard.code.Persistence;
import io.watertight.guard.code.Tables;
import io.watertight.guard.sql.SqlName;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** A second entity for a table goes around whatever its owner makes sure of. */
final class SharedTable {

    void examine(CodeBase code, Findings findings) {
        for (CodeType entity : code.persistence().entities()) {
            findings.examined(entity);
            if (entity.isInBusiness()) {
                examineNames(entity, findings);
                examineTable(code, entity, entity.module(), findings);
                Tables.furtherOf(entity)
                        .forEach(it -> code.tables()
                                .foreign(it, entity.owner())
                                .ifPresent(owner -> report(code, entity, it, owner, findings)));
            }
        }
    }

    /** An entity that a test declares. */
    static void examineTest(CodeBase code, CodeType test, Findings findings) {
        SqlName table = SqlName.of(Tables.schemaOf(test), Tables.tableOf(test));
        code.tables()
                .foreign(table, test.owner())
                .filter(_ -> Persistence.ENTITY_MARKS.stream().anyMatch(test::is))
                .ifPresent(it -> report(code, test, table, it, findings));
    }

    /** Dots, quotes, placeholders and expressions decide at run time which table is meant. */
    private static void examineNames(CodeType entity, Findings findings) {
        entity.texts()
                .filter(it -> it.annotation() != null
                        && it.annotation()
                                .matches(".*\\.(Table|MappedCollection|JoinTable)|.*\\.relational\\..*\\.Column"))
                .filter(it -> !it.value().matches("[\\w `\"]+"))
                .forEach(
                        it -> findings.add(
                                findings.at(entity, it.member(), 0),
                                it.value(),
                                "The entity %s is mapped to \"%s\", which is not a plain name."
                                        .formatted(entity.inWords(), it.value()),
                                "Write the plain name; a schema goes into its own attribute, @Table(name = ..., schema = ...)."));
    }

    private static void examineTable(CodeBase code, CodeType entity, AppModule module, Findings findings) {
        String schema = Tables.schemaOf(entity);
        String table = Tables.tableOf(entity);
        SqlName name = SqlName.of(schema, table);
        AppModule owner = code.tables()
                .ownerOfSchema(schema)
                .filter(it -> !it.equals(module))
                .or(() -> otherOwner(code, entity, schema, table, module))
                .orElse(null);
        if (owner != null) {
            report(code, entity, name, owner, findings);
        } else if (code.tables().ownerOfSchema(module.name()).isPresent() && !schema.equals(module.name())) {
            findings.add(
                    entity,
                    table,
                    "The entity %s maps the table %s, which is not in its module's schema."
                            .formatted(entity.inWords(), name.qualified()),
                    "Write @Table(schema = \"%s\").".formatted(module.name()));
        }
    }

    private static void report(CodeBase code, CodeType entity, SqlName table, AppModule owner, Findings findings) {
        findings.add(
                entity,
                table.name(),
                "The entity %s maps the table %s of module '%s'."
                        .formatted(entity.inWords(), table.qualified(), owner.name()),
                Advice.ask(code, owner, table.name(), true));
    }

    /** Of two entities for one table, the one of that name has the better right to it. */
    private static Optional<AppModule> otherOwner(
            CodeBase code, CodeType entity, String schema, String table, AppModule module) {
        boolean named = Tables.derivedTableOf(entity).equalsIgnoreCase(table);
        return code.tables().named(table).stream()
                .filter(it -> it.entity() != null && it.schema().equals(schema))
                .filter(it -> !named
                        || Tables.derivedTableOf(Objects.requireNonNull(it.entity()))
                                .equalsIgnoreCase(table))
                .flatMap(it -> Stream.ofNullable(it.owner()))
                .filter(it -> !it.equals(module) && !it.shared())
                .findFirst()
                .or(() -> schema.isEmpty() && !code.tables().isOneSchemaPerModule()
                        ? code.tables().foreign(SqlName.of("", table), module)
                        : Optional.empty());
    }
}
