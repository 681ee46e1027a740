package io.watertight.guard.rules.sql;

import io.watertight.guard.RuleGroup;
import io.watertight.guard.codebase.ClassFacts.Call;
import io.watertight.guard.codebase.CodeClass;
import io.watertight.guard.codebase.Codebase;
import io.watertight.guard.codebase.MigrationFile;
import io.watertight.guard.rules.Findings;
import io.watertight.guard.rules.Rule;
import io.watertight.guard.sql.SqlReader;
import io.watertight.guard.sql.SqlReading;
import io.watertight.guard.sql.SqlShape;
import io.watertight.guard.sql.SqlSpot;
import io.watertight.guard.sql.SqlStatement;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The role of a connection is what the database goes by when everything else was fooled. */
final class NoRoleSwitching implements Rule {

    private static final String WHY =
            "The database holds each module to its own tables by the role and the search path that the platform sets.";
    private static final String INSTEAD =
            "Remove it: the platform sets the role of the module that was entered, and takes it back.";
    private static final Pattern HINT = Pattern.compile(
            "set_config|role|session|search_path|reset|discard|pg_settings|grant|revoke|owner|privileges|definer|user|\u0001",
            Pattern.CASE_INSENSITIVE);
    private static final Set<String> OWN_CONNECTIONS = Set.of(
            "org.springframework.jdbc.datasource.DriverManagerDataSource",
            "org.springframework.jdbc.datasource.SingleConnectionDataSource",
            "org.springframework.jdbc.datasource.SimpleDriverDataSource",
            "org.springframework.jdbc.datasource.UserCredentialsDataSourceAdapter",
            "com.zaxxer.hikari.HikariDataSource",
            "com.zaxxer.hikari.HikariConfig",
            "org.postgresql.ds.PGSimpleDataSource",
            "org.postgresql.ds.PGPoolingDataSource",
            "org.postgresql.ds.PGConnectionPoolDataSource");

    @Override
    public String id() {
        return "no-role-switching";
    }

    @Override
    public RuleGroup group() {
        return RuleGroup.SQL;
    }

    @Override
    public String promise() {
        return "no SQL of a module or of the application changes role, user, search path or rights";
    }

    @Override
    public void examine(Codebase code, Findings findings) {
        if (!code.migrations().isOneSchemaPerModule()) {
            return;
        }
        code.guardedClasses().filter(it -> !it.isDescriptor()).forEach(type -> {
            findings.examined(type);
            Reporter reporter = new Reporter(code, type, findings);
            texts(code, type, reporter);
            type.facts().calls().forEach(it -> call(it, reporter));
            reporter.report();
        });
        code.migrations().files().stream()
                .filter(it -> it.unit() == null || !SqlSubjects.isPlatform(code, it.unit()))
                .forEach(it -> script(code, it, findings));
    }

    private static void texts(Codebase code, CodeClass type, Reporter reporter) {
        SqlTexts texts = new SqlTexts(code, type);
        for (SqlText text : texts.all()) {
            if (HINT.matcher(text.value()).find() && (!text.isPossible() || isCertain(text.value()))) {
                SqlReading reading = text.reading();
                reading.all(SqlStatement::switches).forEach(it -> reporter.add(objection(it), text));
                if (!text.isPossible()) {
                    reading.all(SqlStatement::rights).forEach(it -> reporter.add(rights(it), text));
                }
            }
        }
    }

    /** A label on a button may read "Reset role"; nobody writes SQL so. */
    private static boolean isCertain(String text) {
        return SqlShape.isStatement(text) || text.toLowerCase(Locale.ROOT).contains("set_config");
    }

    private static void call(Call call, Reporter reporter) {
        String simple = call.owner().substring(call.owner().lastIndexOf('.') + 1);
        if (call.owner().equals("java.sql.Connection") && call.method().equals("setSchema")) {
            reporter.add(
                    new Objection("setSchema", "calls Connection.setSchema", WHY, INSTEAD, 1, "setSchema"),
                    call.place().line());
        }
        boolean ownConnection = (call.isConstruction() && OWN_CONNECTIONS.contains(call.owner()))
                || (call.owner().equals("java.sql.DriverManager")
                        && call.method().equals("getConnection"))
                || (call.owner().equals("java.sql.Driver") && call.method().equals("connect"))
                || (call.owner().equals("javax.sql.DataSource")
                        && call.method().equals("getConnection")
                        && call.descriptor().startsWith("(Ljava/lang/String;"))
                || (call.owner().equals("org.springframework.boot.jdbc.DataSourceBuilder")
                        && call.method().equals("create"));
        if (ownConnection) {
            reporter.add(
                    new Objection(
                            "connection " + call.owner(),
                            "opens connections of its own with %s".formatted(simple),
                            "No role is set on them, and whoever logs in there is held to nothing.",
                            "Let Spring inject what is needed (JdbcClient, a repository); there is one DataSource.",
                            1,
                            simple),
                    call.place().line());
        }
    }

    private static void script(Codebase code, MigrationFile script, Findings findings) {
        findings.examined(script);
        List<SqlSpot> switches = SqlReader.read(script.text()).all(SqlStatement::switches);
        switches.forEach(it -> findings.violation(
                script.where(code, it.line()),
                "%s says '%s'.".formatted(script, it.text()),
                "Migrations run as the owner of the module's schema, and as nobody else.",
                "Remove it, and write every name with the module's schema."));
    }

    private static Objection objection(SqlSpot spot) {
        return new Objection(
                spot.text(),
                "changes who the session is: '%s'".formatted(spot.text()),
                WHY,
                INSTEAD,
                spot.line(),
                firstWord(spot));
    }

    private static Objection rights(SqlSpot spot) {
        return new Objection(
                spot.text(),
                "changes roles or rights: '%s'".formatted(spot.text()),
                WHY,
                "Remove it: the platform gives each module's roles their rights.",
                spot.line(),
                firstWord(spot));
    }

    private static String firstWord(SqlSpot spot) {
        return spot.text().replaceFirst("[^a-z_].*", "");
    }
}
