package io.watertight.guard.rules.data;

import io.watertight.guard.RuleGroup;
import io.watertight.guard.codebase.CodeClass;
import io.watertight.guard.codebase.Codebase;
import io.watertight.guard.rules.Findings;
import io.watertight.guard.rules.Rule;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.util.List;
import java.util.Optional;

/** One bean of these serves all modules; who defines it decides for all of them which table is meant. */
final class SharedDataBeans implements Rule {

    private static final String BEAN = "org.springframework.context.annotation.Bean";
    private static final String COMPONENT = "org.springframework.stereotype.Component";

    private static final List<String> SHARED = List.of(
            "javax.sql.DataSource",
            "java.sql.Connection",
            "org.springframework.jdbc.core.JdbcOperations",
            "org.springframework.jdbc.core.simple.JdbcClient",
            "org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations",
            "org.springframework.data.jdbc.core.JdbcAggregateOperations",
            "org.springframework.data.jdbc.core.convert.DataAccessStrategy",
            "org.springframework.data.jdbc.core.convert.JdbcConverter",
            "org.springframework.data.jdbc.core.convert.JdbcCustomConversions",
            "org.springframework.data.jdbc.repository.QueryMappingConfiguration",
            "org.springframework.data.jdbc.repository.config.AbstractJdbcConfiguration",
            "org.springframework.data.mapping.context.MappingContext",
            "org.springframework.data.relational.RelationalManagedTypes",
            "org.springframework.data.relational.core.dialect.Dialect",
            "org.springframework.data.relational.core.mapping.NamingStrategy",
            "org.springframework.boot.autoconfigure.service.connection.ConnectionDetails",
            "org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails",
            "org.flywaydb.core.Flyway",
            "org.flywaydb.core.api.callback.Callback",
            "org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy",
            "org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer",
            "jakarta.persistence.EntityManagerFactory",
            "org.hibernate.boot.model.naming.PhysicalNamingStrategy",
            "org.hibernate.boot.model.naming.ImplicitNamingStrategy");

    @Override
    public String id() {
        return "shared-data-beans";
    }

    @Override
    public RuleGroup group() {
        return RuleGroup.DATA;
    }

    @Override
    public String promise() {
        return "no module replaces what all modules store with";
    }

    @Override
    public void examine(Codebase code, Findings findings) {
        code.guardedClasses().filter(it -> !it.isDescriptor()).forEach(user -> {
            for (JavaMethod method : user.type().getMethods()) {
                if (method.isMetaAnnotatedWith(BEAN)) {
                    findings.examined(user);
                    shared(method.getRawReturnType())
                            .ifPresent(it -> report(
                                    code,
                                    user,
                                    code.where(user, method.getName()),
                                    "defines a bean that is",
                                    it,
                                    findings));
                }
            }
            if (user.type().isMetaAnnotatedWith(COMPONENT)) {
                findings.examined(user);
                shared(user.type()).ifPresent(it -> report(code, user, code.where(user), "is", it, findings));
            }
        });
    }

    private static Optional<String> shared(JavaClass bean) {
        return SHARED.stream().filter(bean::isAssignableTo).findFirst();
    }

    private static void report(
            Codebase code, CodeClass user, String where, String verb, String shared, Findings findings) {
        findings.violation(
                where,
                "%s of %s %s a %s."
                        .formatted(
                                user.simpleName(),
                                code.roomOf(user),
                                verb,
                                shared.substring(shared.lastIndexOf('.') + 1)),
                "There is one for all modules: it decides where every entity is stored, and under whose name.",
                "Leave it to Spring Boot and to what is configured outside the modules; name tables and columns by"
                        + " @Table(schema = ...) and @Column on the entity.");
    }
}
