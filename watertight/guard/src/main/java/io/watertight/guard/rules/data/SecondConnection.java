package io.watertight.guard.rules.data;

import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;
import io.watertight.guard.code.Spring;
import io.watertight.guard.rules.Ban;
import io.watertight.guard.rules.Findings;
import io.watertight.guard.rules.Lines;
import java.util.List;
import java.util.regex.Pattern;

/** One connection, one transaction and one way to map types serve all modules: none of them brings its own. */
final class SecondConnection {

    private static final String WHY =
            "Another connection has another transaction and another login: what it does is not undone with the rest,"
                    + " and no role holds it.";
    private static final String INSTEAD =
            "Use the DataSource that the application configures, as it is given: by a repository or JdbcClient.";

    private static final List<Ban> BANS = List.of(
            new Ban("java.sql.DriverManager|javax.sql.DataSource", "getConnection", WHY, INSTEAD),
            new Ban("java.sql.Driver|org.postgresql.Driver", "connect", WHY, INSTEAD),
            new Ban(
                    "org.springframework.jdbc.datasource.(?!DataSourceUtils|TransactionAware|DataSourceTransaction|LazyConnection|embedded|init|lookup|Connection)\\w+"
                            + "|com.zaxxer.hikari.\\w+|org.postgresql.(ds.*|PGProperty)|org.springframework.boot.jdbc.DataSourceBuilder",
                    "",
                    WHY,
                    INSTEAD),
            new Ban(
                    "java.sql.Connection",
                    "setSchema|setCatalog|setClientInfo|setSavepoint|setNetworkTimeout",
                    WHY,
                    INSTEAD),
            new Ban(
                    "org.springframework.boot.jdbc.autoconfigure.(DataSourceProperties|JdbcConnectionDetails)",
                    "",
                    WHY,
                    INSTEAD));

    private static final Pattern SHARED = Pattern.compile(
            "javax.sql.DataSource|org.springframework.transaction.(PlatformTransactionManager|TransactionManager)"
                    + "|org.springframework.data.relational.core.mapping.NamingStrategy"
                    + "|org.springframework.data.jdbc.core.(convert.(JdbcCustomConversions|JdbcConverter|DataAccessStrategy)|JdbcAggregate\\w+)"
                    + "|org.springframework.data.jdbc.core.(mapping.JdbcMappingContext|dialect.\\w+)|org.springframework.data.relational.core.dialect.Dialect"
                    + "|org.springframework.jdbc.core.(JdbcTemplate|JdbcOperations|simple.JdbcClient|namedparam.\\w+)"
                    + "|jakarta.persistence.EntityManagerFactory|org.springframework.boot.flyway.autoconfigure.Flyway\\w+");

    private SecondConnection() {}

    static void examine(CodeBase code, Findings findings) {
        code.guarded().filter(it -> !it.isAdapterOfValues()).forEach(user -> {
            findings.examined(user);
            Ban.examine(user, BANS, findings);
            user.java().getMethods().stream()
                    .filter(it -> it.isAnnotatedWith(Spring.BEAN)
                            && isShared(it.getRawReturnType().getName()))
                    .forEach(it ->
                            report(user, it.getName(), it.getRawReturnType().getName(), findings));
            user.java().getAllRawInterfaces().stream()
                    .filter(it -> user.isBean() && isShared(it.getName()))
                    .findFirst()
                    .ifPresent(it -> report(user, "", it.getName(), findings));
        });
    }

    private static boolean isShared(String type) {
        return SHARED.matcher(type).matches();
    }

    private static void report(CodeType user, String member, String type, Findings findings) {
        findings.add(
                findings.at(user, member, 0),
                type,
                "%s makes a bean of type %s.".formatted(user.inWords(), Lines.simple(type)),
                "Every module stores with it: replaced by one of them, it changes what all others do.",
                "Leave it to Spring Boot and its settings; a converter or row mapper of the module's own is a bean of"
                        + " its own type.");
    }
}
