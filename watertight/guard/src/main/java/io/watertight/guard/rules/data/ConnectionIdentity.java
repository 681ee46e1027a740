package io.watertight.guard.rules.data;

import io.watertight.guard.RuleGroup;
import io.watertight.guard.codebase.ClassFacts.Call;
import io.watertight.guard.codebase.ClassFacts.Mention;
import io.watertight.guard.codebase.ClassFacts.Text;
import io.watertight.guard.codebase.CodeClass;
import io.watertight.guard.codebase.Codebase;
import io.watertight.guard.rules.Findings;
import io.watertight.guard.rules.Lines;
import io.watertight.guard.rules.Rule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A connection of one's own has no role: the database could not tell any more which module speaks. */
final class ConnectionIdentity implements Rule {

    private static final int LISTED = 5;

    private static final List<String> OPENING = List.of(
            "java.sql.Driver",
            "javax.sql.XADataSource",
            "javax.sql.ConnectionPoolDataSource",
            "org.postgresql.Driver",
            "org.postgresql.ds.",
            "org.postgresql.xa.",
            "com.zaxxer.hikari.",
            "org.apache.commons.dbcp2.",
            "org.apache.tomcat.jdbc.",
            "com.mchange.",
            "oracle.ucp.",
            "liquibase.",
            "io.r2dbc.",
            "org.springframework.r2dbc.",
            "org.flywaydb.",
            "org.springframework.boot.jdbc.",
            "org.springframework.boot.flyway.",
            "org.springframework.jdbc.datasource.embedded.",
            "org.springframework.jdbc.datasource.lookup.",
            "org.springframework.jdbc.datasource.init.",
            "org.springframework.jdbc.datasource.Abstract",
            "org.springframework.jdbc.datasource.DelegatingDataSource",
            "org.springframework.jdbc.datasource.DriverManagerDataSource",
            "org.springframework.jdbc.datasource.IsolationLevelDataSourceAdapter",
            "org.springframework.jdbc.datasource.SimpleDriverDataSource",
            "org.springframework.jdbc.datasource.SingleConnectionDataSource",
            "org.springframework.jdbc.datasource.UserCredentialsDataSourceAdapter",
            "org.springframework.jdbc.datasource.ConnectionProxy");

    /** Migrations in Java run where those in SQL do. */
    private static final String MIGRATION = "org.flywaydb.core.api.migration.";

    private static final Set<String> CHANGING =
            Set.of("setSchema", "setCatalog", "setClientInfo", "setSessionAuthorization");
    private static final String WITH_LOGIN = "(Ljava/lang/String;Ljava/lang/String;)Ljava/sql/Connection;";
    private static final String LOGIN = "(?s).*(spring\\.(datasource|flyway|r2dbc)\\.|^jdbc:[a-z]).*";

    @Override
    public String id() {
        return "connection-identity";
    }

    @Override
    public RuleGroup group() {
        return RuleGroup.DATA;
    }

    @Override
    public String promise() {
        return "a module uses the connection that it is given, as it is given";
    }

    @Override
    public void examine(Codebase code, Findings findings) {
        code.guardedClasses()
                .filter(it -> !it.isDescriptor() && StoringRoom.holds(code, it))
                .forEach(user -> {
                    findings.examined(user);
                    Map<String, Lines> found = new LinkedHashMap<>();
                    user.facts().mentions().stream()
                            .filter(it -> opens(it.type()))
                            .forEach(it -> found.computeIfAbsent(opening(it), _ -> new Lines())
                                    .add(it.place().line()));
                    user.facts().calls().stream()
                            .filter(ConnectionIdentity::changes)
                            .forEach(it -> found.computeIfAbsent(
                                            "calls " + simple(it.owner()) + "." + it.method(), _ -> new Lines())
                                    .add(it.place().line()));
                    user.facts().texts().stream()
                            .filter(it -> it.value().matches(LOGIN))
                            .forEach(it -> found.computeIfAbsent("reads the login: " + quoted(it), _ -> new Lines())
                                    .add(it.place().line()));
                    if (!found.isEmpty()) {
                        report(code, user, found, findings);
                    }
                });
    }

    private static boolean opens(String type) {
        return OPENING.stream().anyMatch(type::startsWith) && !type.startsWith(MIGRATION);
    }

    private static boolean changes(Call call) {
        boolean connection =
                call.owner().startsWith("java.sql.") || call.owner().startsWith("org.postgresql.");
        return (connection && call.isOneOf(CHANGING))
                || (call.method().equals("getConnection") && call.descriptor().equals(WITH_LOGIN));
    }

    private static String opening(Mention mention) {
        return "uses " + simple(mention.type());
    }

    private static String quoted(Text text) {
        return "\"%s\"".formatted(text.value().replace(Text.HOLE, '?'));
    }

    private static String simple(String type) {
        return type.substring(type.lastIndexOf('.') + 1).replace('$', '.');
    }

    private static void report(Codebase code, CodeClass user, Map<String, Lines> found, Findings findings) {
        String what = found.keySet().stream().limit(LISTED).collect(Collectors.joining(", "));
        findings.violation(
                Places.of(code, user, found.values().iterator().next()),
                "%s of %s %s%s."
                        .formatted(user.simpleName(), code.roomOf(user), what, found.size() > LISTED ? " ..." : ""),
                "The one pool lends connections that stand for a module and lie in its transaction;"
                        + " another connection, or one that was changed, stands for nobody and may touch everything.",
                "Take JdbcClient (or DataSource with DataSourceUtils.getConnection, for COPY) from the constructor,"
                        + " and write the schema before every table's name.");
    }
}
