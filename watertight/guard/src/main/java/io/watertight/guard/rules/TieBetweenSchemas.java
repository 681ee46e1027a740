package io.watertight.guard.rules;

import io.watertight.guard.code.CodeBase;
import java.sql.SQLException;
import java.util.List;

/** Ties between schemas would make one database object out of two modules. */
final class TieBetweenSchemas {

    /** Whatever PostgreSQL would not drop alone: keys, views, triggers, defaults, types, functions. Extensions are nobody's. */
    private static final String TIES = """
        select distinct o.type, o.identity, r.schema, r.identity
          from pg_depend d
         cross join lateral (
           select case when identity like '"_RETURN"%' then 'view' else type end as type,
                  replace(regexp_replace(identity, '^"_RETURN" on ', ''), 'pg_catalog.', '') as identity,
                  coalesce(schema, substring(identity from '(?:^| )(?:on|for) "?([^".]+)"?[.]')) as schema
             from pg_identify_object(d.classid, d.objid, d.objsubid)) o
         cross join lateral pg_identify_object(d.refclassid, d.refobjid, 0) r
         where d.deptype in ('n', 'a') and d.objid >= 16384 and d.refobjid >= 16384 and r.type <> 'index'
           and o.schema <> r.schema and array[o.schema, r.schema] && ?::text[]
           and not exists (
             select from pg_depend e where e.classid = d.refclassid and e.objid = d.refobjid and e.deptype = 'e')
        """;

    void examine(CodeBase code, Catalog catalog, Findings findings) throws SQLException {
        catalog.ask("""
            select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where c.relkind in ('r', 'p', 'v', 'm') and n.nspname = any(?)\
            """).forEach(it -> findings.examined(it.getFirst()));
        for (List<String> row : catalog.ask(TIES)) {
            findings.report(
                    row.get(1),
                    "The %s %s refers to %s.".formatted(row.get(0), row.get(1), row.get(3)),
                    code.module(row.get(2))
                            .map(it -> "Store the value without the reference. "
                                    + Advice.ask(code, it, row.get(3).replaceFirst(".*\\.", ""), false))
                            .orElse("Keep what it needs in the module's own schema."));
        }
        for (List<String> row : catalog.ask("""
            select n.nspname, p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
             where p.prosecdef and n.nspname = any(?)\
            """)) {
            findings.report(
                    "%s.%s".formatted(row.get(0), row.get(1)),
                    "Function %s of schema '%s' is SECURITY DEFINER.".formatted(row.get(1), row.get(0)),
                    "Remove SECURITY DEFINER; what others need is a method of the module's service.");
        }
        for (List<String> row : catalog.ask("""
            select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where n.nspname = 'public' and c.relkind in ('r', 'p', 'v', 'm', 'S') and ?::text[] is not null
               and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')\
            """)) {
            findings.report(
                    "public.%s".formatted(row.getFirst()),
                    "There is %s in schema 'public'.".formatted(row.getFirst()),
                    "Create it in the schema of the module that it belongs to.");
        }
    }
}
