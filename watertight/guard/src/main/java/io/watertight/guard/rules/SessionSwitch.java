package io.watertight.guard.rules;

import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.Migrations;
import io.watertight.guard.code.Migrations.Script;
import io.watertight.guard.sql.Sql;
import java.util.regex.Pattern;

/** Role and search path decide whose tables a statement reaches. */
final class SessionSwitch {

    private static final Pattern SETTINGS = Pattern.compile(
            "(?!spring\\.modulith\\.).*(connection-init-sql|current-?schema|datasource\\.(.*\\.)?schema|hikari\\.schema|init-s-?q-?ls?|search-path)$");
    private static final Pattern SWITCHES = Pattern.compile("(?i)\\b(role|search_path|schema|authorization)\\b");

    void examine(CodeBase code, Findings findings) {
        code.guarded().forEach(type -> {
            findings.examined(type);
            new SqlTexts(type)
                    .all()
                    .forEach(it -> it.sql().session().stream()
                            .filter(word -> it.sent() || word.text().startsWith("set_config"))
                            .findFirst()
                            .ifPresent(word -> findings.add(
                                    findings.at(
                                            type, it.text().member(), it.text().line()),
                                    word.text(),
                                    "%s sends '%s'.".formatted(type.inWords(), word.text()))));
        });
        for (Script script : code.migrations().scripts()) {
            if (code.module(script.folder()).filter(it -> !it.shared()).isPresent()) {
                findings.examined(script.path());
                Sql.read(script.text())
                        .session()
                        .forEach(it -> findings.add(
                                findings.at(ForeignMigration.place(code, script), it.line()),
                                it.text(),
                                "The migration %s contains '%s'.".formatted(script.path(), it.text()),
                                "Remove it from the module's migrations: roles and rights are made in %s."
                                        .formatted(Migrations.ROOT)));
            }
        }
        boolean schemas = code.tables().isOneSchemaPerModule();
        code.settings().stream()
                .filter(it -> schemas && it.value().matches(".*(currentSchema=|options=.*(search_path|role)=).*")
                        || SETTINGS.matcher(it.name()).matches()
                                && SWITCHES.matcher(it.name() + " " + it.value())
                                        .find())
                .forEach(findings::add);
    }
}
