package io.watertight.guard.rules;

import io.watertight.guard.code.CodeBase;
import java.sql.SQLException;
import java.util.List;

/** Who owns and who may use what lies in the schemas, as the database itself says. */
final class ForeignRight {

    void examine(CodeBase code, Catalog catalog, Findings findings) throws SQLException {
        // The owner stands among those who have rights, whether somebody granted any or nobody did.
        for (List<String> row : catalog.ask("""
            select o.schema, o.what, case a.grantee when 0 then 'PUBLIC' else pg_get_userbyid(a.grantee) end,
                   string_agg(a.privilege_type, ', ' order by a.privilege_type), (a.grantee = o.owner)::text
              from (select nspname as schema, 'schema ' || nspname as what, nspowner as owner,
                           coalesce(nspacl, acldefault('n', nspowner)) as acl
                      from pg_namespace
                     union all
                    select n.nspname, n.nspname || '.' || c.relname, c.relowner,
                           coalesce(c.relacl, acldefault(case c.relkind when 'S' then 's' else 'r' end::"char", c.relowner))
                      from pg_class c join pg_namespace n on n.oid = c.relnamespace
                     where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')) o
             cross join lateral aclexplode(o.acl) a
             where o.schema = any(?)
             group by 1, 2, 3, a.grantee, o.owner\
            """)) {
            findings.examined(row.get(1));
            report(row.get(0), row.get(1), row.get(2), row.get(3), row.get(4).equals("true"), findings);
        }
        examineTechnicalSchemas(catalog, findings);
        examineRoles(catalog, findings);
        examineMemberships(catalog, findings);
    }

    private static void report(
            String module, String what, String role, String rights, boolean owner, Findings findings) {
        if (role.equals(module + "_owner") || (role.equals(module + "_rw") && !owner)) {
            return;
        }
        findings.report(
                what,
                owner
                        ? "%s belongs to '%s'.".formatted(what, role)
                        : "%s has %s on %s."
                                .formatted(role.equals("PUBLIC") ? role : "Role '" + role + "'", rights, what),
                owner
                        ? "Let the toolkit run the migrations: it makes %s_owner the owner of everything in the schema."
                                .formatted(module)
                        : "Remove the grant: revoke all on %s from %s;"
                                .formatted(what, role.equals("PUBLIC") ? "public" : '"' + role + '"'));
    }

    private static void examineRoles(Catalog catalog, Findings findings) throws SQLException {
        for (List<String> row : catalog.ask("""
            select r.rolname, concat_ws(', ', case when rolcanlogin then 'LOGIN' end, case when rolsuper then 'SUPERUSER' end,
                       case when rolcreaterole then 'CREATEROLE' end, case when rolcreatedb then 'CREATEDB' end,
                       case when rolbypassrls then 'BYPASSRLS' end, case when rolreplication then 'REPLICATION' end)
              from pg_roles r, unnest(?::text[]) as s (name)
             where r.rolname in (s.name || '_owner', s.name || '_rw')
               and (rolcanlogin or rolsuper or rolcreaterole or rolcreatedb or rolbypassrls or rolreplication)\
            """)) {
            findings.report(
                    "role " + row.get(0),
                    "Role '%s' has %s.".formatted(row.get(0), row.get(1)),
                    "alter role \"%s\" nologin nosuperuser nocreaterole nocreatedb nobypassrls noreplication;"
                            .formatted(row.get(0)));
        }
    }

    private static void examineTechnicalSchemas(Catalog catalog, Findings findings) throws SQLException {
        for (List<String> row : catalog.ask("""
            select n.nspname || '.' || c.relname, pg_get_userbyid(a.grantee), a.privilege_type
              from pg_class c join pg_namespace n on n.oid = c.relnamespace
             cross join lateral aclexplode(c.relacl) a
             cross join (select ?::text[] as names) s
             where n.nspname not in ('pg_catalog', 'information_schema') and n.nspname <> all (s.names)
               and exists (select from unnest(s.names) m where pg_get_userbyid(a.grantee) in (m || '_owner', m || '_rw'))
               and not (a.privilege_type = 'INSERT' and (n.nspname || '.' || c.relname) ~ '\\.event_publication$|^audit\\.entry$')
            """)) {
            findings.report(
                    row.get(0),
                    "Role '%s' has %s on %s.".formatted(row.get(1), row.get(2), row.get(0)),
                    "revoke %s on %s from \"%s\";"
                            .formatted(row.get(2).toLowerCase(java.util.Locale.ROOT), row.get(0), row.get(1)));
        }
    }

    private static void examineMemberships(Catalog catalog, Findings findings) throws SQLException {
        for (List<String> row : catalog.ask("""
            select g.rolname, m.rolname, case when a.inherit_option then 'inherits its rights' else '' end,
                   (m.rolname ~ '_(owner|rw)$' and exists (
                      select from unnest(s.names) n where m.rolname in (n || '_owner', n || '_rw')))::text
              from (select ?::text[] as names) s
              join pg_roles g on exists (select from unnest(s.names) n where g.rolname in (n || '_owner', n || '_rw'))
              join pg_auth_members a on a.roleid = g.oid
              join pg_roles m on m.oid = a.member
             where a.set_option or a.inherit_option\
            """)) {
            findings.examined("members of " + row.get(0));
            boolean isModules = row.get(3).equals("true");
            boolean inherits = !row.get(2).isEmpty() && row.get(0).endsWith("_rw");
            if (isModules || inherits) {
                findings.report(
                        "role " + row.get(0),
                        "Role '%s' is a member of '%s'%s."
                                .formatted(row.get(1), row.get(0), inherits ? " and " + row.get(2) : ""),
                        "revoke \"%s\" from \"%s\";%s"
                                .formatted(
                                        row.get(0),
                                        row.get(1),
                                        isModules ? "" : " then grant it again: with inherit false, set true"));
            }
        }
    }
}
