package io.watertight.guard.rules.sql;

import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.Migrations;
import io.watertight.guard.code.Migrations.Script;
import io.watertight.guard.code.Settings.Setting;
import io.watertight.guard.rules.Findings;
import io.watertight.guard.rules.data.SqlTexts;
import io.watertight.guard.sql.Sql;
import java.util.regex.Pattern;

/** Whoever chooses the role or the search path chooses whose tables a statement reaches. */
final class SessionSwitch {

    private static final String WHY =
            "Role and search path decide whose tables a statement reaches: whoever changes them is any module.";

    private static final Pattern SETTINGS =
            Pattern.compile(".*(connection-init-sql|current-?schema|\\.schema|init-s-?q-?ls?|search-path)$");

    private SessionSwitch() {}

    static void examine(CodeBase code, Findings findings) {
        code.guarded().forEach(type -> {
            findings.examined(type);
            new SqlTexts(type)
                    .all()
                    .forEach(text -> text.sql().session().stream()
                            .filter(it -> text.sent() || it.text().startsWith("set_config"))
                            .findFirst()
                            .ifPresent(it -> findings.add(
                                    findings.at(
                                            type,
                                            text.text().member(),
                                            text.text().line()),
                                    it.text(),
                                    "%s sends '%s'.".formatted(type.inWords(), it.text()),
                                    WHY,
                                    "Remove it: a statement runs as its module. Rights belong to the"
                                            + " roles that the database's administrator makes.")));
        });
        for (Script script : code.migrations().scripts()) {
            if (code.module(script.folder()).filter(it -> !it.shared()).isPresent()
                    && !script.folder().equals(Migrations.ROOT)) {
                findings.examined(script.path());
                for (Sql.Spot it : Sql.read(script.text()).session()) {
                    findings.add(
                            findings.at(ForeignMigration.place(code, script), it.line()),
                            it.text(),
                            "The migration %s says '%s'.".formatted(script.path(), it.text()),
                            WHY,
                            "Remove it from the module's migrations: roles and rights are made in %s."
                                    .formatted(Migrations.ROOT));
                }
            }
        }
        for (Setting it : code.settings()) {
            if (SETTINGS.matcher(it.name()).matches()
                    && Pattern.compile("(?i)\\b(role|search_path|schema|authorization)\\b")
                            .matcher(it.name() + " " + it.value())
                            .find()) {
                findings.add(
                        findings.at(it.file(), it.line()),
                        it.name(),
                        "%s is set to '%s'.".formatted(it.name(), it.value()),
                        WHY,
                        "Remove it: what a connection begins with holds for every module that is given it.");
            }
        }
    }
}
