package io.watertight.guard.rules.data;

import io.watertight.guard.RuleGroup;
import io.watertight.guard.codebase.ClassFacts.Note.ValueKind;
import io.watertight.guard.codebase.CodeClass;
import io.watertight.guard.codebase.Codebase;
import io.watertight.guard.codebase.DomainModule;
import io.watertight.guard.rules.Findings;
import io.watertight.guard.rules.OwnerAdvice;
import io.watertight.guard.rules.Rule;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** An entity maps a table of its own module, and says so where everybody can check it. */
final class EntitiesAtHome implements Rule {

    private static final Set<String> NAMING = Set.of(
            PersistenceTypes.TABLE,
            "org.springframework.data.relational.core.mapping.Column",
            "org.springframework.data.relational.core.mapping.MappedCollection",
            "org.springframework.data.relational.core.mapping.Sequence",
            "jakarta.persistence.Table",
            "jakarta.persistence.SecondaryTable",
            "jakarta.persistence.CollectionTable",
            "jakarta.persistence.JoinTable");
    private static final String NAME = "[\\w ]+";

    @Override
    public String id() {
        return "entities-at-home";
    }

    @Override
    public RuleGroup group() {
        return RuleGroup.DATA;
    }

    @Override
    public String promise() {
        return "an entity lies hidden in its module and maps a table of that module alone";
    }

    @Override
    public void examine(Codebase code, Findings findings) {
        Schemas schemas = new Schemas(code);
        Map<String, List<CodeClass>> byTable =
                StoredRows.in(code).stream().collect(Collectors.groupingBy(Schemas::tableOf));
        byTable.values().stream().flatMap(List::stream).forEach(entity -> {
            findings.examined(entity);
            examineNames(code, entity, findings);
            if (StoringRoom.holds(code, entity)) {
                examineSchema(
                        code, schemas, byTable.getOrDefault(Schemas.tableOf(entity), List.of()), entity, findings);
            } else {
                findings.violation(
                        code.where(entity),
                        "The entity %s %s.".formatted(entity.simpleName(), StoringRoom.fault(code, entity)),
                        "Whoever can name an entity can make a repository for it and save it.",
                        "Move it, without 'public', into the module that owns the table; what others need of it goes into a"
                                + " record that the module exports.");
            }
        });
    }

    private static void examineNames(Codebase code, CodeClass entity, Findings findings) {
        entity.facts().notes().stream()
                .filter(it -> NAMING.contains(it.type()))
                .forEach(
                        note -> note.values().stream()
                                .filter(it -> it.kind() == ValueKind.TEXT)
                                .filter(it ->
                                        !it.value().isEmpty() && !it.value().matches(NAME))
                                .forEach(
                                        it -> findings.violation(
                                                code.where(entity, note.place().line()),
                                                "The entity %s of %s has a %s %s = \"%s\", which is more than a name."
                                                        .formatted(
                                                                entity.simpleName(),
                                                                code.roomOf(entity),
                                                                "@"
                                                                        + note.type()
                                                                                .substring(note.type()
                                                                                                .lastIndexOf('.')
                                                                                        + 1),
                                                                it.attribute(),
                                                                it.value()),
                                                "Expressions, placeholders, dots and quotes decide at run time which table is meant.",
                                                "Write the plain name; the schema goes into its own attribute: @Table(name = ..., schema = ...).")));
    }

    private static void examineSchema(
            Codebase code, Schemas schemas, List<CodeClass> ofSameTable, CodeClass entity, Findings findings) {
        DomainModule module = Objects.requireNonNull(entity.actor());
        Optional<String> own = schemas.of(module);
        String schema = Schemas.schemaOf(entity);
        if (own.isPresent() && !schema.equals(own.get())) {
            reportSchema(code, ofSameTable, entity, own.get(), schema, findings);
        } else {
            twin(ofSameTable, entity, schema).ifPresent(it -> reportShadow(code, entity, it, findings));
        }
    }

    /** An entity of another module for the same table, unless this one has the better right to it: the name of its class. */
    private static Optional<CodeClass> twin(List<CodeClass> ofSameTable, CodeClass entity, String schema) {
        boolean named = Schemas.derivedTableOf(entity).equals(Schemas.tableOf(entity));
        return ofSameTable.stream()
                .filter(it -> it.actor() != null && !it.actor().equals(entity.actor()))
                .filter(it -> Schemas.schemaOf(it).equals(schema))
                .filter(it -> !named || Schemas.derivedTableOf(it).equals(Schemas.tableOf(it)))
                .findFirst();
    }

    private static void reportSchema(
            Codebase code,
            List<CodeClass> ofSameTable,
            CodeClass entity,
            String own,
            String schema,
            Findings findings) {
        Optional<CodeClass> shadowed = ofSameTable.stream()
                .filter(it -> it.actor() != null && !it.actor().equals(entity.actor()) && StoringRoom.isInModule(it))
                .filter(it -> schema.isEmpty() || Schemas.schemaOf(it).equals(schema))
                .findFirst();
        Optional<DomainModule> owner = shadowed.map(CodeClass::actor)
                .or(() -> code.module(schema).filter(it -> !it.equals(entity.actor()) && !it.shared()));
        String attribute = "@Table(schema = \"%s\")".formatted(own);
        findings.violation(
                code.where(entity),
                "The entity %s of %s maps the table %s%s%s."
                        .formatted(
                                entity.simpleName(),
                                code.roomOf(entity),
                                schema.isEmpty() ? "" : schema + ".",
                                Schemas.tableOf(entity),
                                owner.map(it -> ", which is%s of module '%s'"
                                                .formatted(schema.isEmpty() ? " named like one" : "", it.name()))
                                        .orElse(
                                                schema.isEmpty()
                                                        ? " of no schema"
                                                        : ", which is in no schema of its own")),
                schema.isEmpty()
                        ? "Without a schema the connection decides which table is meant, and it may be another module's."
                        : "A second entity for a table goes around whatever its owner makes sure of.",
                owner.isEmpty() || schema.isEmpty()
                        ? "Write %s.".formatted(attribute)
                                + owner.map(it -> " If the other module's data are meant: "
                                                + OwnerAdvice.ask(code, it, Schemas.tableOf(entity)))
                                        .orElse("")
                        : OwnerAdvice.ask(code, owner.get(), Schemas.tableOf(entity)));
    }

    private static void reportShadow(Codebase code, CodeClass entity, CodeClass twin, Findings findings) {
        DomainModule owner = Objects.requireNonNull(twin.actor());
        findings.violation(
                code.where(entity),
                "The entity %s of %s maps the table %s, and so does %s of module '%s'."
                        .formatted(
                                entity.simpleName(),
                                code.roomOf(entity),
                                Schemas.tableOf(entity),
                                twin.simpleName(),
                                owner.name()),
                "A second entity for a table goes around whatever its owner makes sure of.",
                OwnerAdvice.ask(code, owner, Schemas.tableOf(entity)));
    }
}
