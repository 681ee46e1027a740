package io.watertight.testing.schema;

import io.watertight.testing.schema.ActualTables.TableName;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Nullness;
import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.relational.core.mapping.AggregatePath;
import org.springframework.data.relational.core.mapping.RelationalMappingContext;
import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;
import org.springframework.data.relational.core.mapping.Table;
import org.springframework.data.relational.core.sql.IdentifierProcessing;
import org.springframework.data.relational.core.sql.SqlIdentifier;

/** The tables and columns that Spring Data JDBC uses in its statements. */
final class ExpectedTables {

    private final RelationalMappingContext entities;
    private final JdbcConverter converter;

    ExpectedTables(JdbcConverter converter) {
        this.entities = converter.getMappingContext();
        this.converter = converter;
    }

    /** {@return the tables of all aggregates that declare a schema} */
    Collection<ExpectedTable> ofAggregates() {
        Map<TableName, ExpectedTable> tables = new TreeMap<>();
        entities.getPersistentEntities().stream()
                .filter(it -> it.hasIdProperty() && isInASchema(it))
                .forEach(root -> paths(root.getType()).forEach(it -> add(it, tables)));
        return tables.values();
    }

    /** {@return the table of a root, if it declares a schema} */
    Optional<TableName> table(Class<?> aggregate) {
        RelationalPersistentEntity<?> entity = entities.getRequiredPersistentEntity(aggregate);
        return isInASchema(entity) ? Optional.of(name(entities.getAggregatePath(entity))) : Optional.empty();
    }

    /** {@return the columns of a row of this type, without its parts in other tables; none if it is a single value, such as a number} */
    List<ExpectedColumn> ofRow(Class<?> type) {
        if (entities.getPersistentEntity(type) == null) {
            return List.of();
        }
        return paths(type)
                .filter(it -> isColumn(it) && owner(it).isRoot())
                .map(this::column)
                .toList();
    }

    /** {@return the columns of these properties in the aggregate's own table} */
    List<String> columns(Class<?> aggregate, List<String> properties) {
        return paths(aggregate)
                .filter(it -> isColumn(it) && properties.contains(it.toDotPath()))
                .map(it -> column(it).name())
                .toList();
    }

    private static boolean isInASchema(RelationalPersistentEntity<?> entity) {
        Table table = entity.findAnnotation(Table.class);
        return table != null && !table.schema().isEmpty();
    }

    private Stream<AggregatePath> paths(Class<?> type) {
        return entities.findPersistentPropertyPaths(type, it -> !it.isTransient()).stream()
                .map(entities::getAggregatePath);
    }

    private static boolean isColumn(AggregatePath path) {
        return !path.isEmbedded() && !path.isEntity();
    }

    /** {@return the path of the entity whose row contains the end of this path} */
    private static AggregatePath owner(AggregatePath path) {
        AggregatePath owner = path.getParentPath();
        return owner.isEmbedded() ? owner(owner) : owner;
    }

    private void add(AggregatePath path, Map<TableName, ExpectedTable> tables) {
        if (path.isEmbedded()) {
            return;
        }
        if (!path.isEntity()) {
            ExpectedTable table = tables.computeIfAbsent(name(path), name -> rootTable(name, path));
            ExpectedColumn column = column(path);
            table.columns().putIfAbsent(column.name(), column);
            return;
        }
        AggregatePath.TableInfo info = path.getTableInfo();
        Map<String, ExpectedColumn> columns = new LinkedHashMap<>();
        info.backReferenceColumnInfos()
                .forEach((id, column) -> columns.put(
                        reference(column.name()),
                        required(column.name(), converter.getColumnType(id.getRequiredLeafProperty()))));
        List<String> parent = List.copyOf(columns.keySet());
        AggregatePath.ColumnInfo qualifier = info.qualifierColumnInfo();
        if (qualifier != null) {
            columns.put(reference(qualifier.name()), required(qualifier.name(), info.getRequiredQualifierColumnType()));
        }
        List<String> key = path.isMultiValued() && qualifier == null ? List.of() : List.copyOf(columns.keySet());
        tables.putIfAbsent(name(path), new ExpectedTable(name(path), columns, key, parent));
    }

    private static ExpectedTable rootTable(TableName name, AggregatePath path) {
        List<String> id = new ArrayList<>();
        path.getTableInfo().idColumnInfos().forEach((_, column) -> id.add(reference(column.name())));
        return new ExpectedTable(name, new LinkedHashMap<>(), List.copyOf(id), List.of());
    }

    private static TableName name(AggregatePath path) {
        String[] parts = path.getTableInfo()
                .qualifiedTableName()
                .toSql(IdentifierProcessing.NONE)
                .split("\\.", 2);
        return new TableName(parts[0], parts[1]);
    }

    private static ExpectedColumn required(SqlIdentifier name, Class<?> type) {
        return new ExpectedColumn(reference(name), ColumnType.of(type).orElse(null), Nullness.NON_NULL);
    }

    private ExpectedColumn column(AggregatePath path) {
        RelationalPersistentProperty property = path.getRequiredLeafProperty();
        return new ExpectedColumn(reference(path.getColumnInfo().name()), type(property), nullness(path));
    }

    private @Nullable ColumnType type(RelationalPersistentProperty property) {
        if (property.isCollectionLike() && property.getType() != byte[].class) {
            return null;
        }
        return ColumnType.of(property.getType())
                .or(() -> ColumnType.of(converter.getColumnType(property)))
                .orElse(null);
    }

    /** {@return the nullness of the component and of everything in which it is embedded} */
    private static Nullness nullness(AggregatePath path) {
        RelationalPersistentProperty property = path.getRequiredLeafProperty();
        if (property.isIdProperty() || property.isVersionProperty()) {
            return Nullness.NON_NULL;
        }
        Field field = property.getField();
        Nullness own = field == null ? Nullness.UNSPECIFIED : Nullness.forField(field);
        AggregatePath above = path.getParentPath();
        if (own == Nullness.NULLABLE || above.isRoot() || !above.isEmbedded()) {
            return own;
        }
        Nullness outer = nullness(above);
        return outer == Nullness.NON_NULL ? own : outer;
    }

    private static String reference(SqlIdentifier name) {
        return name.getReference();
    }

    /**
     * A table of an aggregate.
     *
     * @param columns by name, in the order of the components
     * @param primaryKey its key columns; may be empty
     * @param parent the column that refers to the aggregate; empty in the root's table
     */
    record ExpectedTable(
            TableName name, Map<String, ExpectedColumn> columns, List<String> primaryKey, List<String> parent) {}

    /**
     * A column that an aggregate or a query uses.
     *
     * @param type {@code null} if unknown
     */
    record ExpectedColumn(String name, @Nullable ColumnType type, Nullness nullness) {}
}
