package io.watertight.guard.rules.data;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;

/** Types of libraries that store something, by their names. */
final class PersistenceTypes {

    static final String REPOSITORY = "org.springframework.data.repository.Repository";
    static final String TABLE = "org.springframework.data.relational.core.mapping.Table";

    private static final List<String> STORING = List.of(
            "java.sql.",
            "javax.sql.",
            "org.springframework.jdbc.",
            "org.springframework.data.",
            "org.springframework.orm.",
            "org.springframework.r2dbc.",
            "org.springframework.boot.jdbc.",
            "org.springframework.boot.sql.",
            "org.springframework.boot.data.",
            "org.springframework.boot.flyway.",
            "org.springframework.boot.liquibase.",
            "org.springframework.boot.r2dbc.",
            "io.r2dbc.",
            "org.postgresql.",
            "com.zaxxer.hikari.",
            "org.flywaydb.",
            "liquibase.",
            "jakarta.persistence.",
            "javax.persistence.",
            "org.hibernate.",
            "org.jooq.",
            "org.apache.ibatis.",
            "org.mybatis.",
            "com.querydsl.",
            "com.mongodb.");

    private static final Set<String> OF_NO_MODULE = Set.of(
            "org.springframework.data.mapping.context.PersistentEntities",
            "org.springframework.data.mapping.callback.EntityCallbacks",
            "org.springframework.data.mapping.callback.ReactiveEntityCallbacks");

    private static final List<String> MACHINERY =
            List.of("org.springframework.data.repository.core.", "org.springframework.data.repository.support.");

    private PersistenceTypes() {}

    /** Whether the type is one of those that reach a database; what merely switches them on does not. */
    static boolean stores(String type) {
        return STORING.stream().anyMatch(type::startsWith)
                && !type.startsWith("org.hibernate.validator.")
                && !type.endsWith("AutoConfiguration")
                && !type.matches("org\\.springframework\\.data\\..*\\.config\\.Enable\\w+(\\$\\w+)?");
    }

    /** Spring Data's own interfaces, which every repository is one of. */
    static boolean isGenericRepository(JavaClass type) {
        return type.getName().startsWith("org.springframework.data.") && type.isAssignableTo(REPOSITORY);
    }

    /** The same by the name alone, for what a class file says of a call. */
    static boolean isGenericRepository(String type) {
        return type.matches("org\\.springframework\\.data\\..*\\w*Repository")
                && !type.endsWith(".NoRepository")
                && !isMachinery(type);
    }

    /** What makes, or finds, repositories for any type. */
    static boolean isMachinery(String type) {
        return OF_NO_MODULE.contains(type)
                || MACHINERY.stream().anyMatch(type::startsWith)
                || (type.matches("org\\.springframework\\.data\\.\\w+\\.repository\\.support\\..*")
                        && !type.endsWith(".QuerydslRepositorySupport"));
    }
}
