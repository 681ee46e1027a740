package io.watertight.operations.modules;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The modules' tables, from the catalogue, which needs no right on a module's rows. */
class ObservedTables {

    private final JdbcClient jdbc;

    ObservedTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Table> of(List<String> modules) {
        return jdbc.sql("""
                        select n.nspname as module, c.relname as name,
                               case when c.reltuples < 0 then pg_stat_get_live_tuples(c.oid)
                                    else c.reltuples::bigint end as rows,
                               pg_total_relation_size(c.oid) as bytes
                          from pg_class c
                          join pg_namespace n on n.oid = c.relnamespace
                         where c.relkind in ('r', 'm') and n.nspname = any(:modules)
                         order by n.nspname, c.relname""")
                .param("modules", modules.toArray(String[]::new))
                .query(Table.class)
                .list();
    }

    /**
     * @param module the module whose schema contains it
     * @param rows PostgreSQL's estimate
     * @param bytes including indexes
     */
    record Table(String module, String name, long rows, long bytes) {

        public String rowsText() {
            return DisplayFormats.count(rows);
        }

        public String size() {
            return DisplayFormats.bytes(bytes);
        }
    }
}
