package io.watertight.testing.schema;

import io.watertight.testing.WholeDatabase;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables in PostgreSQL's catalog. */
final class ActualTables {

    private final Map<TableName, Map<String, Column>> columns;
    private final Map<TableName, List<Index>> indexes;
    private final Set<String> keywords;

    ActualTables(WholeDatabase database) {
        columns = database.sql("""
                select n.nspname as schema, c.relname as table, a.attname as name,
                       case t.typtype when 'e' then 'text' else t.typname end as type, a.attnotnull as required,
                       a.atthasdef or a.attidentity <> '' as filled, a.attgenerated <> '' as generated
                  from pg_attribute a
                  join pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'p')
                  join pg_namespace n on n.oid = c.relnamespace
                  join pg_type d on d.oid = a.atttypid
                  join pg_type t on t.oid = coalesce(nullif(d.typbasetype, 0), d.oid)
                 where a.attnum > 0 and not a.attisdropped
                 order by a.attnum""").query(Column.class).list().stream()
                .collect(Collectors.groupingBy(
                        it -> new TableName(it.schema(), it.table()),
                        Collectors.toMap(Column::name, it -> it, (it, _) -> it, LinkedHashMap::new)));
        indexes = database
                .sql("""
                select n.nspname, c.relname, i.indisprimary, i.indisunique and i.indpred is null, array(
                         select coalesce(a.attname, '') from unnest(i.indkey[:i.indnkeyatts - 1]) with ordinality k (num, place)
                           left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.num
                          order by k.place)
                  from pg_index i
                  join pg_class c on c.oid = i.indrelid
                  join pg_namespace n on n.oid = c.relnamespace
                 where i.indisvalid""")
                .query((row, _) -> new Index(
                        new TableName(row.getString(1), row.getString(2)),
                        row.getBoolean(3),
                        row.getBoolean(4),
                        List.of((String[]) row.getArray(5).getArray())))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Index::table));
        keywords = database.sql("select word from pg_get_keywords() where catcode in ('R', 'T')")
                .query(String.class)
                .set();
    }

    /** {@return the columns by name; empty if there is no such table} */
    Map<String, Column> columns(TableName table) {
        return columns.getOrDefault(table, Map.of());
    }

    boolean hasPrimaryKey(TableName table) {
        return indexes(table).anyMatch(Index::primary);
    }

    boolean isUnique(TableName table, Collection<String> key) {
        return indexes(table).anyMatch(it -> it.unique() && key.containsAll(it.columns()));
    }

    /** {@return whether an index begins with this column} */
    boolean isIndexed(TableName table, String column) {
        return indexes(table).anyMatch(it -> it.columns().getFirst().equals(column));
    }

    private Stream<Index> indexes(TableName table) {
        return indexes.getOrDefault(table, List.of()).stream();
    }

    /** {@return the name, quoted for SQL if necessary} */
    String quoted(String name) {
        return name.matches("[a-z_][a-z0-9_]*") && !keywords.contains(name)
                ? name
                : '"' + name.replace("\"", "\"\"") + '"';
    }

    String quoted(TableName table) {
        return quoted(table.schema()) + "." + quoted(table.table());
    }

    String quoted(Collection<String> names) {
        return names.stream().map(this::quoted).collect(Collectors.joining(", "));
    }

    private record Index(TableName table, boolean primary, boolean unique, List<String> columns) {}

    /**
     * A column in the database.
     *
     * @param type the catalog's name; for a domain, that of its base type; for an enumeration, text
     * @param filled whether PostgreSQL fills it by default
     * @param generated whether it is always generated
     */
    record Column(
            String schema,
            String table,
            String name,
            String type,
            boolean required,
            boolean filled,
            boolean generated) {}

    /** A table's name in the catalog, without quotes. */
    record TableName(String schema, String table) implements Comparable<TableName> {

        @Override
        public int compareTo(TableName other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return schema + "." + table;
        }
    }
}
