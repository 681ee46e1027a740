package io.watertight.guard.rules.sql;

import io.watertight.guard.codebase.ClassFacts.Call;
import io.watertight.guard.codebase.ClassFacts.Operand;
import io.watertight.guard.codebase.CodeClass;
import io.watertight.guard.codebase.Codebase;
import io.watertight.guard.codebase.DomainModule;
import io.watertight.guard.codebase.Migrations;
import io.watertight.guard.rules.OwnerAdvice;
import java.util.List;
import java.util.Objects;

/** Objects that write the SQL by themselves once they know a table or procedure, as {@code SimpleJdbcInsert} does. */
final class TableObjects {

    private static final String WHY =
            "It writes SQL for whatever table it is given, in whatever schema the search path leads to.";

    private final Codebase code;
    private final Migrations migrations;
    private final DomainModule module;
    private final List<Call> calls;
    private final Reporter reporter;

    private TableObjects(Codebase code, CodeClass user, DomainModule module, Reporter reporter) {
        this.code = code;
        this.migrations = code.migrations();
        this.module = module;
        this.calls = user.facts().calls();
        this.reporter = reporter;
    }

    static void examine(Codebase code, CodeClass user, DomainModule module, Reporter reporter) {
        TableObjects objects = new TableObjects(code, user, module, reporter);
        for (Call call : objects.calls) {
            if (SqlCalls.namesSchema(code, call)) {
                objects.schema(call);
            } else if (SqlCalls.namesTable(code, call)) {
                objects.table(call);
            }
        }
    }

    private void schema(Call call) {
        String schema = literal(call);
        if (schema.isEmpty()) {
            report(call, "a schema that is no compile-time constant", advice(""));
        } else if (!schema.equals(module.name())) {
            report(
                    call,
                    "the schema '%s'".formatted(schema),
                    migrations
                            .ownerOf(schema)
                            .map(it -> OwnerAdvice.ask(code, it, ""))
                            .orElseGet(() -> advice("")));
        }
    }

    private void table(Call call) {
        String written = literal(call);
        String name = written.substring(written.lastIndexOf('.') + 1);
        String schema = written.contains(".") ? written.substring(0, written.lastIndexOf('.')) : "";
        if (name.isEmpty()) {
            report(call, "a name that is no compile-time constant", advice(name));
        } else if (!schema.isEmpty() && !schema.equals(module.name())) {
            report(call, "the name '%s'".formatted(written), advice(name));
        } else if (schema.isEmpty() && !isSchemaGivenBeside(call)) {
            report(call, "the name '%s' without a schema".formatted(name), advice(name));
        } else if (call.method().contains("Table") && !migrations.knows(module.name(), name)) {
            report(call, "the name '%s', which no migration of the module creates".formatted(name), advice(name));
        }
    }

    /** In the same method, as a chain of calls or line by line, one for each table. */
    private boolean isSchemaGivenBeside(Call call) {
        List<Call> beside = calls.stream()
                .filter(it -> Objects.equals(it.place().member(), call.place().member()))
                .toList();
        return beside.stream().filter(it -> SqlCalls.namesSchema(code, it)).count()
                >= beside.stream().filter(it -> SqlCalls.namesTable(code, it)).count();
    }

    private String advice(String table) {
        if (migrations.knows(module.name(), table)) {
            return "Write .withSchemaName(\"%s\").withTableName(\"%s\").".formatted(module.name(), table);
        }
        return migrations.schemasWith(table).stream()
                .flatMap(it -> migrations.ownerOf(it).stream())
                .findFirst()
                .map(it -> OwnerAdvice.ask(code, it, table))
                .orElseGet(() -> "Write .withSchemaName(\"%s\").withTableName(...) with one of: %s."
                        .formatted(module.name(), String.join(", ", migrations.objectsIn(module.name()))));
    }

    private void report(Call call, String what, String instead) {
        String object = call.owner().substring(call.owner().lastIndexOf('.') + 1);
        reporter.add(
                new Objection(what, "gives %s %s".formatted(object, what), WHY, instead, 1, call.method()),
                call.place().line());
    }

    private static String literal(Call call) {
        return call.last() instanceof Operand.TextLiteral it ? it.value() : "";
    }
}
