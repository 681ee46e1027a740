package io.watertight.guard.rules;

import io.watertight.guard.code.AppModule;
import io.watertight.guard.code.CodeBase;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Ties between schemas would make one database object out of two modules. */
final class TieBetweenSchemas {

    /** Each gives: schema and name of what leaves its schema, schema and name of where it goes. */
    private static final Map<String, String> TIES = new LinkedHashMap<>();

    static {
        TIES.put("foreign key", """
            select n.nspname, c.relname || '.' || k.conname, fn.nspname, f.relname
              from pg_constraint k
              join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
              join pg_class f on f.oid = k.confrelid join pg_namespace fn on fn.oid = f.relnamespace
              cross join (select ?::text[] as names) s
             where k.contype = 'f' and n.oid <> fn.oid and (n.nspname = any(s.names) or fn.nspname = any(s.names))
            """);
        TIES.put("view", """
            select distinct n.nspname, c.relname, fn.nspname, f.relname
              from pg_depend d
              join pg_rewrite r on r.oid = d.objid
              join pg_class c on c.oid = r.ev_class join pg_namespace n on n.oid = c.relnamespace
              join pg_class f on f.oid = d.refobjid join pg_namespace fn on fn.oid = f.relnamespace
              cross join (select ?::text[] as names) s
             where d.classid = 'pg_rewrite'::regclass and d.refclassid = 'pg_class'::regclass and n.oid <> fn.oid
               and (n.nspname = any(s.names) or fn.nspname = any(s.names))
               and fn.nspname not in ('pg_catalog', 'information_schema')
            """);
        TIES.put("trigger", """
            select n.nspname, c.relname || '.' || t.tgname, fn.nspname, p.proname
              from pg_trigger t
              join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
              join pg_proc p on p.oid = t.tgfoid join pg_namespace fn on fn.oid = p.pronamespace
              cross join (select ?::text[] as names) s
             where not t.tgisinternal and n.oid <> fn.oid and fn.nspname <> 'pg_catalog'
               and (n.nspname = any(s.names) or fn.nspname = any(s.names))
            """);
        TIES.put("inheritance", """
            select n.nspname, c.relname, fn.nspname, f.relname
              from pg_inherits i
              join pg_class c on c.oid = i.inhrelid join pg_namespace n on n.oid = c.relnamespace
              join pg_class f on f.oid = i.inhparent join pg_namespace fn on fn.oid = f.relnamespace
              cross join (select ?::text[] as names) s
             where n.oid <> fn.oid and (n.nspname = any(s.names) or fn.nspname = any(s.names))
            """);
        TIES.put("default or generated value", """
            select n.nspname, c.relname, fn.nspname, f.relname
              from pg_depend d
              join pg_attrdef a on a.oid = d.objid
              join pg_class c on c.oid = a.adrelid join pg_namespace n on n.oid = c.relnamespace
              join pg_class f on f.oid = d.refobjid join pg_namespace fn on fn.oid = f.relnamespace
              cross join (select ?::text[] as names) s
             where d.classid = 'pg_attrdef'::regclass and d.refclassid = 'pg_class'::regclass and n.oid <> fn.oid
               and (n.nspname = any(s.names) or fn.nspname = any(s.names))
            """);
        TIES.put("function", """
            select n.nspname, p.proname, fn.nspname, f.relname
              from pg_depend d
              join pg_proc p on p.oid = d.objid join pg_namespace n on n.oid = p.pronamespace
              join pg_class f on f.oid = d.refobjid join pg_namespace fn on fn.oid = f.relnamespace
              cross join (select ?::text[] as names) s
             where d.classid = 'pg_proc'::regclass and d.refclassid = 'pg_class'::regclass and n.oid <> fn.oid
               and (n.nspname = any(s.names) or fn.nspname = any(s.names))
            """);
    }

    private TieBetweenSchemas() {}

    static void examine(CodeBase code, Catalog catalog, Findings findings) throws SQLException {
        for (List<String> table : catalog.ask("""
            select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where c.relkind in ('r', 'p', 'v', 'm') and n.nspname = any(?)\
            """)) {
            findings.examined(table.getFirst());
        }
        for (var tie : TIES.entrySet()) {
            for (List<String> row : catalog.ask(tie.getValue())) {
                Catalog.report(
                        findings,
                        "%s.%s".formatted(row.get(0), row.get(1)),
                        "The %s %s of schema '%s' refers to %s.%s."
                                .formatted(tie.getKey(), row.get(1), row.get(0), row.get(2), row.get(3)),
                        code.module(row.get(2))
                                .map((AppModule it) ->
                                        "Keep the value without the tie. " + Advice.ask(code, it, row.get(3), false))
                                .orElse("Keep what it needs in schema '%s'.".formatted(row.get(0))));
            }
        }
        for (List<String> row : catalog.ask("""
            select n.nspname, p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
             where p.prosecdef and n.nspname = any(?)\
            """)) {
            Catalog.report(
                    findings,
                    "%s.%s".formatted(row.get(0), row.get(1)),
                    "Function %s of schema '%s' is SECURITY DEFINER.".formatted(row.get(1), row.get(0)),
                    "Remove SECURITY DEFINER; what others need is a method of the module's service.");
        }
        for (List<String> row : catalog.ask("""
            select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where n.nspname = 'public' and c.relkind in ('r', 'p', 'v', 'm', 'S') and ?::text[] is not null
               and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')\
            """)) {
            Catalog.report(
                    findings,
                    "public.%s".formatted(row.getFirst()),
                    "There is %s in schema 'public'.".formatted(row.getFirst()),
                    "Create it in the schema of the module that it belongs to.");
        }
    }
}
