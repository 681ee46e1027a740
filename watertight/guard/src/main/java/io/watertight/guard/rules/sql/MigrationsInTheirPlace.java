package io.watertight.guard.rules.sql;

import io.watertight.guard.RuleGroup;
import io.watertight.guard.codebase.CodeClass;
import io.watertight.guard.codebase.CodeUnit;
import io.watertight.guard.codebase.CodeUnit.Role;
import io.watertight.guard.codebase.Codebase;
import io.watertight.guard.codebase.DomainModule;
import io.watertight.guard.codebase.MigrationFile;
import io.watertight.guard.codebase.Migrations;
import io.watertight.guard.rules.Findings;
import io.watertight.guard.rules.Rule;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A schema has one history: the folder of its module, and SQL files that anybody can read. */
final class MigrationsInTheirPlace implements Rule {

    private static final Set<String> MIGRATORS =
            Set.of("org.flywaydb.", "org.springframework.boot.flyway.", "org.springframework.boot.sql.", "liquibase.");
    private static final Set<String> SCRIPT_RUNNERS = Set.of(
            "org.springframework.jdbc.datasource.init.ScriptUtils",
            "org.springframework.jdbc.datasource.init.ResourceDatabasePopulator",
            "org.springframework.jdbc.datasource.init.DataSourceInitializer",
            "org.springframework.jdbc.datasource.init.DatabasePopulatorUtils",
            "org.springframework.r2dbc.connection.init.ResourceDatabasePopulator");
    private static final Set<String> SCRIPT_ANNOTATIONS =
            Set.of("org.springframework.test.context.jdbc.Sql", "org.springframework.test.context.jdbc.SqlGroup");

    @Override
    public String id() {
        return "migrations-in-their-place";
    }

    @Override
    public RuleGroup group() {
        return RuleGroup.SQL;
    }

    @Override
    public String promise() {
        return "each schema is changed by the SQL files of its own module's folder, and by nothing else";
    }

    @Override
    public void examine(Codebase code, Findings findings) {
        if (!code.migrations().isOneSchemaPerModule()) {
            return;
        }
        for (MigrationFile script : code.migrations().files()) {
            findings.examined(script);
            misplaced(code, script)
                    .ifPresent(instead -> findings.violation(
                            script.where(code, 1),
                            "%s lies in %s.".formatted(script, script.room()),
                            "A module's schema is changed by the module alone, so that its history is in one place.",
                            instead));
        }
        code.guardedClasses().filter(it -> !it.isDescriptor()).forEach(it -> code(code, it, findings));
        MigrationSettings.examine(code, findings);
    }

    /** {@return what to do with a script that lies in the wrong place} */
    private static Optional<String> misplaced(Codebase code, MigrationFile script) {
        CodeUnit unit = script.unit();
        if (script.folder().equals(Migrations.ROOT)) {
            return unit != null && unit.role() == Role.TECHNICAL
                    ? Optional.empty()
                    : Optional.of("Move it to the folder of the module whose tables it is about.");
        }
        Optional<DomainModule> module = code.businessModules().stream()
                .filter(it -> it.name().equals(script.folder()))
                .findFirst();
        if (module.isEmpty()) {
            return Optional.of("Move it to db/migration/<module> of the module whose tables it is about: one of %s."
                    .formatted(code.businessModules().stream()
                            .map(DomainModule::name)
                            .toList()));
        }
        boolean atHome = module.get().unit().equals(unit);
        return atHome
                ? Optional.empty()
                : Optional.of("Move it to module '%s', whose people know what their tables need."
                        .formatted(module.get().name()));
    }

    private static void code(Codebase code, CodeClass type, Findings findings) {
        findings.examined(type);
        Stream<String> above = Stream.concat(
                        type.type().getAllRawSuperclasses().stream(), type.type().getAllRawInterfaces().stream())
                .map(JavaClass::getName);
        boolean flyway = above.anyMatch(it -> MIGRATORS.stream().anyMatch(it::startsWith))
                || type.facts().mentions().stream()
                        .anyMatch(it -> MIGRATORS.stream().anyMatch(it.type()::startsWith));
        if (flyway) {
            violation(code, type, "works with what runs migrations", findings);
            return;
        }
        type.facts().mentions().stream()
                .map(it -> it.type())
                .filter(it -> SCRIPT_RUNNERS.contains(it) || SCRIPT_ANNOTATIONS.contains(it))
                .map(it -> it.substring(it.lastIndexOf('.') + 1))
                .findFirst()
                .ifPresent(it -> violation(code, type, "runs scripts with %s".formatted(it), findings));
        type.facts().texts().stream()
                .map(it -> it.value().replaceFirst("^--", "").replaceFirst("\\s*[=:].*", ""))
                .filter(MigrationSettings::isHarmful)
                .distinct()
                .forEach(it -> violation(code, type, "names the setting %s".formatted(it), findings));
    }

    private static void violation(Codebase code, CodeClass type, String what, Findings findings) {
        findings.violation(
                code.where(type),
                "%s of %s %s.".formatted(type.simpleName(), code.roomOf(type), what),
                "A change of the schema that is no SQL file in the module's folder is read by nobody and checked by nothing.",
                "Write it as db/migration/<module>/V<n>__<what>.sql of the module that owns the tables.");
    }
}
