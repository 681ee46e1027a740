package io.watertight.guard.rules.sql;

import io.watertight.guard.RuleGroup;
import io.watertight.guard.codebase.Codebase;
import io.watertight.guard.codebase.DomainModule;
import io.watertight.guard.codebase.MigrationFile;
import io.watertight.guard.rules.Findings;
import io.watertight.guard.rules.OwnerAdvice;
import io.watertight.guard.rules.Rule;
import io.watertight.guard.sql.SqlName;
import io.watertight.guard.sql.SqlReader;
import io.watertight.guard.sql.SqlReading;
import io.watertight.guard.sql.SqlSpot;
import io.watertight.guard.sql.SqlStatement;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads every script as PostgreSQL would, also the bodies of functions and the callbacks beside the migrations. */
final class MigrationsStayHome implements Rule {

    private static final Pattern CHANGES = Pattern.compile(
            "(create|alter|drop|comment on|rename) .*|into|update|truncate|on|partition.*|copy|lock|owned by");
    private static final String WHY_SPLIT =
            "What ties two schemas together breaks when the other module changes, and keeps either from moving to a database of its own.";
    private static final String WHY_QUALIFIED =
            "Where that is depends on the search path of whoever runs the migration.";
    private static final String WHY_RIGHTS =
            "Owners, roles and rights are the platform's; a migration has the rights of its module's owner.";

    @Override
    public String id() {
        return "migrations-stay-home";
    }

    @Override
    public RuleGroup group() {
        return RuleGroup.SQL;
    }

    @Override
    public String promise() {
        return "migrations name only objects of their module's schema, always with the schema";
    }

    @Override
    public void examine(Codebase code, Findings findings) {
        if (!code.migrations().isOneSchemaPerModule()) {
            return;
        }
        for (MigrationFile script : code.migrations().files()) {
            code.businessModules().stream()
                    .filter(it -> it.name().equals(script.folder()))
                    .findFirst()
                    .ifPresent(module -> {
                        findings.examined(script);
                        new Script(code, script, module, findings).examine();
                    });
        }
    }

    /** One script and what was said about it. */
    private record Script(
            Codebase code,
            MigrationFile script,
            DomainModule module,
            SqlReading reading,
            Set<String> told,
            Findings findings) {

        Script(Codebase code, MigrationFile script, DomainModule module, Findings findings) {
            this(code, script, module, SqlReader.read(script.text()), new HashSet<>(), findings);
        }

        void examine() {
            Set<String> temporary = new HashSet<>(reading.all(SqlStatement::temporary));
            reading.names().stream()
                    .filter(it -> it.schema() != null || !temporary.contains(it.name()))
                    .forEach(this::examine);
            reading.all(SqlStatement::functions).forEach(it -> leaves(it, "a call"));
            reading.all(SqlStatement::mentions).stream()
                    .filter(it -> it.schema() != null && code.migrations().knows(it.schema(), it.name()))
                    .forEach(it -> leaves(it, "a type or column"));
            reading.all(SqlStatement::schemas).stream()
                    .filter(it -> !it.text().equals(module.name()))
                    .forEach(it -> violation(
                            it.line(),
                            "names the schema '%s'".formatted(it.text()),
                            WHY_SPLIT,
                            "A module has the one schema that bears its name: '%s'.".formatted(module.name())));
            reading.all(SqlStatement::gaps).forEach(this::gap);
            reading.all(SqlStatement::rights)
                    .forEach(it -> violation(
                            it.line(),
                            "says '%s'".formatted(it.text()),
                            WHY_RIGHTS,
                            "Remove it: the platform creates roles and gives them their rights on new tables; what is to be installed in the "
                                    + "database is the administrator's."));
            reading.all(SqlStatement::dynamic)
                    .forEach(it -> violation(
                            it.line(),
                            "uses '%s'".formatted(it.text()),
                            "What it runs or reaches cannot be read before it happens.",
                            "Write the statements themselves; a migration knows its tables."));
        }

        private void examine(SqlName name) {
            if (name.schema() == null) {
                if (!name.name().startsWith("pg_")) {
                    violation(
                            name.line(),
                            "names %s without a schema (%s)".formatted(name.name(), name.clause()),
                            WHY_QUALIFIED,
                            "Write %s.%s.".formatted(module.name(), name.name()));
                }
            } else {
                leaves(name, name.clause());
            }
        }

        private void leaves(SqlName name, String clause) {
            String schema = name.schema();
            boolean system = schema != null && schema.matches("pg_catalog|information_schema|pg_temp");
            if (schema == null || system || schema.equals(module.name())) {
                return;
            }
            Optional<DomainModule> owner = code.migrations().ownerOf(schema);
            violation(
                    name.line(),
                    "names %s%s (%s)"
                            .formatted(
                                    name.qualified(),
                                    owner.map(it -> " of module '%s'".formatted(it.name()))
                                            .orElse(", which is not in the module's schema"),
                                    clause.startsWith("'") ? "in a string" : clause),
                    WHY_SPLIT,
                    owner.map(it -> advice(name, clause, it))
                            .orElse("Keep to the schema '%s'.".formatted(module.name())));
        }

        private String advice(SqlName name, String clause, DomainModule owner) {
            if (clause.equals("references")) {
                return "Keep the other's key as a plain column without the reference. "
                        + OwnerAdvice.ask(code, owner, name.name());
            }
            return CHANGES.matcher(clause).matches()
                    ? "What changes module '%s' is a migration of that module, below db/migration/%s."
                            .formatted(owner.name(), owner.name())
                    : OwnerAdvice.ask(code, owner, name.name());
        }

        private void gap(SqlSpot gap) {
            violation(
                    gap.line(),
                    "leaves a name open: '%s'".formatted(gap.text()),
                    "A placeholder can be filled with anybody's table.",
                    "Write the name.");
        }

        private void violation(int line, String what, String why, String instead) {
            if (told.add(what)) {
                findings.violation(
                        script.where(code, line),
                        "%s of module '%s' %s.".formatted(script, module.name(), what),
                        why,
                        instead);
            }
        }
    }
}
