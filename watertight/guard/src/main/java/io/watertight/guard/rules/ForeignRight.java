package io.watertight.guard.rules;

import io.watertight.guard.code.CodeBase;
import java.sql.SQLException;
import java.util.List;

/** What was granted, read back, whoever granted it. */
final class ForeignRight {

    private ForeignRight() {}

    static void examine(CodeBase code, Catalog catalog, Findings findings) throws SQLException {
        for (List<String> row : catalog.ask("""
            select n.nspname, n.nspname || '.' || c.relname,
                   case a.grantee when 0 then 'PUBLIC' else pg_get_userbyid(a.grantee) end, a.privilege_type
              from pg_class c join pg_namespace n on n.oid = c.relnamespace
             cross join lateral aclexplode(coalesce(c.relacl, acldefault('r', c.relowner))) a
             where n.nspname = any(?) and c.relkind in ('r', 'p', 'v', 'm', 'f')\
            """)) {
            findings.examined(row.get(1));
            report(row.get(0), row.get(1), row.get(2), row.get(3), findings);
        }
        for (List<String> row : catalog.ask("""
            select n.nspname, 'schema ' || n.nspname,
                   case a.grantee when 0 then 'PUBLIC' else pg_get_userbyid(a.grantee) end, a.privilege_type
              from pg_namespace n
             cross join lateral aclexplode(coalesce(n.nspacl, acldefault('n', n.nspowner))) a
             where n.nspname = any(?)\
            """)) {
            report(row.get(0), row.get(1), row.get(2), row.get(3), findings);
        }
        examineTechnicalSchemas(catalog, findings);
        examineMemberships(catalog, findings);
    }

    private static void report(String module, String what, String grantee, String right, Findings findings) {
        if (grantee.equals(module + "_owner") || grantee.equals(module + "_rw")) {
            return;
        }
        Catalog.report(
                findings,
                what,
                "%s has %s on %s."
                        .formatted(grantee.equals("PUBLIC") ? "PUBLIC" : "Role '" + grantee + "'", right, what),
                "Remove the grant: revoke all on %s from %s;"
                        .formatted(what, grantee.equals("PUBLIC") ? "public" : '"' + grantee + '"'));
    }

    private static void examineTechnicalSchemas(Catalog catalog, Findings findings) throws SQLException {
        for (List<String> row : catalog.ask("""
            select n.nspname || '.' || c.relname, pg_get_userbyid(a.grantee), a.privilege_type
              from pg_class c join pg_namespace n on n.oid = c.relnamespace
             cross join lateral aclexplode(c.relacl) a
             cross join (select ?::text[] as names) s
             where n.nspname not in ('pg_catalog', 'information_schema') and n.nspname <> all (s.names)
               and exists (select from unnest(s.names) m where pg_get_userbyid(a.grantee) in (m || '_owner', m || '_rw'))
            """)) {
            boolean adds = row.get(2).equals("INSERT")
                    && (row.get(0).endsWith(".event_publication") || row.get(0).equals("audit.entry"));
            if (!adds) {
                Catalog.report(
                        findings,
                        row.get(0),
                        "Role '%s' has %s on %s.".formatted(row.get(1), row.get(2), row.get(0)),
                        "revoke %s on %s from \"%s\";"
                                .formatted(row.get(2).toLowerCase(java.util.Locale.ROOT), row.get(0), row.get(1)));
            }
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
                Catalog.report(
                        findings,
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
