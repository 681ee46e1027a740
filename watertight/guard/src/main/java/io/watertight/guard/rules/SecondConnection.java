package io.watertight.guard.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;
import io.watertight.guard.code.Spring;
import java.util.List;
import java.util.regex.Pattern;

/** One connection, one transaction and one way to map types serve all modules: none of them brings its own. */
final class SecondConnection {

    private static final List<Ban> BANS = List.of(
            Ban.onCalls("java.sql.DriverManager|javax.sql.DataSource", "getConnection"),
            Ban.onCalls("java.sql.Driver|org.postgresql.Driver", "connect"),
            Ban.onCalls("java.sql.Connection", "setSchema|setCatalog|setClientInfo|setSavepoint|setNetworkTimeout"),
            Ban.on(
                    "org.springframework.jdbc.datasource.(?!DataSourceUtils|TransactionAware|DataSourceTransaction|LazyConnection|embedded|init|lookup|Connection)\\w+"
                            + "|com.zaxxer.hikari.\\w+|org.postgresql.(ds.*|PGProperty)|org.springframework.boot.jdbc.(DataSourceBuilder|autoconfigure.(DataSourceProperties|JdbcConnectionDetails))"));
    private static final Pattern SHARED = Pattern.compile(
            "javax.sql.DataSource|org.springframework.transaction.(PlatformTransactionManager|TransactionManager)"
                    + "|org.springframework.data.relational.core.(mapping.NamingStrategy|dialect.Dialect)"
                    + "|org.springframework.data.jdbc.core.(convert.(JdbcCustomConversions|JdbcConverter|DataAccessStrategy)|JdbcAggregate\\w+|mapping.JdbcMappingContext|dialect.\\w+)"
                    + "|org.springframework.jdbc.core.(JdbcTemplate|JdbcOperations|simple.JdbcClient|namedparam.\\w+)"
                    + "|jakarta.persistence.EntityManagerFactory|org.springframework.boot.flyway.autoconfigure.Flyway\\w+");

    void examine(CodeBase code, CodeType user, Findings findings) {
        if (user.isAdapterOfValues()) {
            return;
        }
        Ban.examine(user, BANS, findings);
        user.java().getMethods().stream()
                .filter(it -> it.isAnnotatedWith(Spring.BEAN))
                .forEach(it -> examine(user, it.getName(), it.getRawReturnType(), findings));
        if (user.isBean()) {
            user.java().getAllRawInterfaces().forEach(it -> examine(user, "", it, findings));
        }
    }

    private static void examine(CodeType user, String member, JavaClass made, Findings findings) {
        if (SHARED.matcher(made.getName()).matches()) {
            findings.add(
                    findings.at(user, member, 0),
                    made.getName(),
                    "%s declares a bean of type %s, with which every module stores."
                            .formatted(user.inWords(), made.getSimpleName()),
                    "Leave this bean to Spring Boot and its settings. If the module only needs a converter or row mapper of its own, declare that as the bean.");
        }
    }
}
