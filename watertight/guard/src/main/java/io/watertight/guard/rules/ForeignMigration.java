package io.watertight.guard.rules;

import io.watertight.guard.code.AppModule;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeUnit;
import io.watertight.guard.code.Migrations;
import io.watertight.guard.code.Migrations.Script;
import io.watertight.guard.sql.Sql;
import io.watertight.guard.sql.SqlName;
import java.util.HashSet;
import java.util.Set;

/** A foreign key, a view or a trigger across two modules makes one database object out of both. */
final class ForeignMigration {

    void examine(CodeBase code, Findings findings) {
        for (Script script : code.migrations().scripts()) {
            var module = code.module(script.folder()).filter(it -> !it.shared()).orElse(null);
            if (module != null) {
                findings.examined(script.path());
                examineFolder(code, script, module, findings);
                examineNames(code, script, module, findings);
            }
        }
    }

    /** Flyway runs what lies in a module's folder as that module, wherever it comes from. */
    private static void examineFolder(CodeBase code, Script script, AppModule module, Findings findings) {
        CodeUnit unit = script.unit();
        if (unit == null || !unit.name().equals(module.unit().name())) {
            findings.add(
                    findings.at(place(code, script), 1),
                    script.path(),
                    "'%s' has a migration in the folder of module '%s'."
                            .formatted(unit == null ? script.container().getFileName() : unit.name(), module.name()),
                    "Move it to the module whose tables it changes.");
        }
    }

    private static void examineNames(CodeBase code, Script script, AppModule module, Findings findings) {
        Set<String> told = new HashSet<>();
        String own = "(?ims).*^\\s*set\\s+search_path\\s*(to|=)\\s*\"?%s\\b.*".formatted(module.name());
        boolean placed = script.text().matches(own);
        for (SqlName name : Sql.read(script.text()).names()) {
            AppModule owner = code.tables().foreign(name, module).orElse(null);
            boolean known =
                    name.schema() == null || name.position() || code.tables().isKnown(name);
            boolean lost = owner == null && !placed && isUnqualified(code, name, module);
            if ((owner != null && known || lost) && told.add(name.qualified())) {
                findings.add(
                        findings.at(place(code, script), name.line()),
                        name.qualified(),
                        "The migration of module '%s' names %s %s."
                                .formatted(
                                        module.name(),
                                        name.qualified(),
                                        owner == null
                                                ? "without a schema, so the search path of whoever runs it decides which object is meant"
                                                : "of module '%s'".formatted(owner.name())),
                        owner == null
                                ? "Write %s.%s.".formatted(module.name(), name.name())
                                : "Store the value without referring to the other table, and ask the service of module '%s' where it matters. Migrations that move data between modules belong in %s."
                                        .formatted(owner.name(), Migrations.ROOT));
            }
        }
    }

    private static boolean isUnqualified(CodeBase code, SqlName name, AppModule module) {
        return name.schema() == null
                && name.writes()
                && code.tables().ownerOfSchema(module.name()).isPresent()
                && code.tables().named(name.name()).stream()
                        .anyMatch(it -> !it.schema().isEmpty() || module.equals(it.owner()));
    }

    static String place(CodeBase code, Script script) {
        return script.file() == null
                ? "%s!/db/migration/%s".formatted(code.path(script.container()), script.path())
                : code.path(script.file());
    }
}
