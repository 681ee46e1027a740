package io.watertight.guard.rules;

import io.watertight.guard.code.CodeBase;
import java.sql.SQLException;
import java.util.List;

/** The owner of a table may do anything with it, and may let others do so. */
final class ForeignOwner {

    private ForeignOwner() {}

    static void examine(CodeBase code, Catalog catalog, Findings findings) throws SQLException {
        for (List<String> row : catalog.ask("""
            select s.name, coalesce(o.what, 'schema'), o.owner
              from unnest(?::text[]) as s (name)
              left join (
                select nspname as schema, 'schema ' || nspname as what, pg_get_userbyid(nspowner) as owner from pg_namespace
                 union all
                select n.nspname, n.nspname || '.' || c.relname, pg_get_userbyid(c.relowner)
                  from pg_class c join pg_namespace n on n.oid = c.relnamespace
                 where c.relkind in ('r', 'p', 'v', 'm', 'S', 'f')
                 union all
                select n.nspname, n.nspname || '.' || p.proname, pg_get_userbyid(p.proowner)
                  from pg_proc p join pg_namespace n on n.oid = p.pronamespace
              ) o on o.schema = s.name\
            """)) {
            String module = row.get(0);
            findings.examined(row.get(1));
            if (row.get(2).isEmpty()) {
                Catalog.report(
                        findings,
                        "schema " + module,
                        "There is no schema '%s'.".formatted(module),
                        "Begin V1 in db/migration/%s with: create schema %s;".formatted(module, module));
            } else if (!row.get(2).equals(module + "_owner")) {
                Catalog.report(
                        findings,
                        row.get(1),
                        "%s belongs to '%s'.".formatted(row.get(1), row.get(2)),
                        "Let the platform run the migrations: it makes %s_owner the owner of whatever lies in the schema."
                                .formatted(module));
            }
        }
        for (List<String> row : catalog.ask("""
            select r.rolname, concat_ws(', ', case when rolcanlogin then 'LOGIN' end, case when rolsuper then 'SUPERUSER' end,
                       case when rolcreaterole then 'CREATEROLE' end, case when rolcreatedb then 'CREATEDB' end,
                       case when rolbypassrls then 'BYPASSRLS' end, case when rolreplication then 'REPLICATION' end)
              from pg_roles r, unnest(?::text[]) as s (name)
             where r.rolname in (s.name || '_owner', s.name || '_rw')\
            """)) {
            findings.examined(row.get(0));
            if (!row.get(1).isEmpty()) {
                Catalog.report(
                        findings,
                        "role " + row.get(0),
                        "Role '%s' has %s.".formatted(row.get(0), row.get(1)),
                        "alter role \"%s\" nologin nosuperuser nocreaterole nocreatedb nobypassrls noreplication;"
                                .formatted(row.get(0)));
            }
        }
    }
}
