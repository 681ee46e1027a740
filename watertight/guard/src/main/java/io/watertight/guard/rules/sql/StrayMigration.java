package io.watertight.guard.rules.sql;

import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeUnit;
import io.watertight.guard.code.Migrations;
import io.watertight.guard.code.Migrations.Script;
import io.watertight.guard.code.Settings.Setting;
import io.watertight.guard.rules.Ban;
import io.watertight.guard.rules.Findings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Where each module has a folder of migrations, what changes the database elsewhere is nobody's. */
final class StrayMigration {

    private static final String WHY = "It changes the database in a place where nobody looks, and as nobody's module.";
    private static final String INSTEAD =
            "Put it as SQL into src/main/resources/db/migration/ of the module whose tables it changes.";

    private static final Pattern SETTINGS = Pattern.compile(
            "spring\\.(flyway\\.(locations|schemas|default-schema|callback-locations|init-sqls?|java-migration-class-names)|sql\\.init\\..*|liquibase\\..*)");

    private static final List<Ban> BANS = List.of(new Ban(
            "org.flywaydb.core.(Flyway|api.migration.*|api.configuration.FluentConfiguration)|liquibase.*"
                    + "|org.springframework.jdbc.datasource.init.*|org.springframework.boot.jdbc.init.*",
            "",
            WHY,
            INSTEAD));

    private StrayMigration() {}

    static void examine(CodeBase code, Findings findings) {
        boolean folders =
                code.businessModules().stream().anyMatch(it -> code.migrations().has(it));
        if (!folders) {
            return;
        }
        for (Script script : code.migrations().scripts()) {
            findings.examined(script.path());
            CodeUnit unit = script.unit();
            boolean own = script.folder().equals(Migrations.ROOT)
                    || unit == null
                    || unit.role() == CodeUnit.Role.TECHNICAL
                    || code.module(script.folder()).filter(it -> !it.shared()).isPresent();
            if (!own) {
                findings.add(
                        findings.at(ForeignMigration.place(code, script), 1),
                        script.path(),
                        "There is a migration in '%s', which is no module's folder."
                                .formatted(script.folder().isEmpty() ? "db/migration" : script.folder()),
                        WHY,
                        INSTEAD);
            }
        }
        for (Setting it : code.settings()) {
            if (SETTINGS.matcher(it.name()).matches() && !it.value().equals("never")) {
                findings.add(
                        findings.at(it.file(), it.line()),
                        it.name(),
                        "%s is set to '%s'.".formatted(it.name(), it.value()),
                        WHY,
                        INSTEAD);
            }
        }
        scripts(code, findings);
        code.guarded().forEach(it -> Ban.examine(it, BANS, findings));
    }

    /** What Spring Boot runs at start. */
    private static void scripts(CodeBase code, Findings findings) {
        code.units().stream()
                .map(it -> it.resources())
                .filter(Objects::nonNull)
                .flatMap(it -> java.util.stream.Stream.of("schema.sql", "data.sql", "import.sql")
                        .map(it::resolve))
                .filter(Files::exists)
                .forEach((Path it) -> findings.add(
                        findings.at(it, 1),
                        it.getFileName().toString(),
                        "There is a %s, which Spring Boot runs at start.".formatted(it.getFileName()),
                        WHY,
                        INSTEAD));
    }
}
