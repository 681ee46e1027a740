package io.watertight.boundary.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.data.relational.core.mapping.AggregatePath;
import org.springframework.data.relational.core.mapping.RelationalMappingContext;
import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;
import org.springframework.data.relational.core.mapping.Table;
import org.springframework.data.relational.core.sql.IdentifierProcessing;
import org.springframework.data.relational.core.sql.SqlIdentifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Compares the entities with their tables at start-up, so that a missing migration fails the start and not the first request.
 */
record MissingColumns(RelationalMappingContext entities, Predicate<Class<?>> local, JdbcClient jdbc) {

    void refuse() {
        Set<String> missing = entities.getPersistentEntities().stream()
                .filter(MissingColumns::isInASchema)
                .filter(it -> local.test(it.getType()))
                .flatMap(this::columnsOf)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!missing.isEmpty()) {
            missing.removeAll(existing());
        }
        if (!missing.isEmpty()) {
            throw new FailureAnalyzedException(
                    "The database lacks tables or columns that entities need: %s."
                            .formatted(String.join(", ", missing)),
                    "Add a migration that creates or renames them, or undo manual changes to the database.");
        }
    }

    private static boolean isInASchema(RelationalPersistentEntity<?> entity) {
        Table table = entity.findAnnotation(Table.class);
        return table != null && !table.schema().isEmpty();
    }

    /** The columns of its table and of its parts' tables, as schema.table.column. */
    private Stream<String> columnsOf(RelationalPersistentEntity<?> entity) {
        return entities.findPersistentPropertyPaths(entity.getType(), it -> !it.isTransient()).stream()
                .map(entities::getAggregatePath)
                .flatMap(MissingColumns::columnsOf);
    }

    private static Stream<String> columnsOf(AggregatePath path) {
        if (path.isEmbedded()) {
            return Stream.of();
        }
        AggregatePath.TableInfo table = path.getTableInfo();
        List<SqlIdentifier> columns = new ArrayList<>();
        if (path.isEntity()) {
            table.backReferenceColumnInfos().forEach((_, column) -> columns.add(column.name()));
            if (table.qualifierColumnInfo() != null) {
                columns.add(table.qualifierColumnInfo().name());
            }
        } else {
            columns.add(path.getColumnInfo().name());
        }
        String name = table.qualifiedTableName().toSql(IdentifierProcessing.NONE);
        return columns.stream().map(it -> name + '.' + it.getReference());
    }

    /** Every login may read the catalogue, whatever its rights on the tables. */
    private Set<String> existing() {
        return jdbc.sql("""
                        select n.nspname || '.' || c.relname || '.' || a.attname
                          from pg_catalog.pg_attribute a
                          join pg_catalog.pg_class c on c.oid = a.attrelid
                          join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                         where a.attnum > 0 and not a.attisdropped and n.nspname not in ('pg_catalog', 'pg_toast', 'information_schema')""").query(String.class).set();
    }
}
