package io.watertight.guard.rules;

import io.watertight.guard.code.CodeBase;
import java.sql.SQLException;
import java.util.List;

/** The login that was given: if it may do everything, no right in the database keeps anything apart. */
final class SharedLogin {

    void examine(CodeBase code, Catalog catalog, Findings findings) throws SQLException {
        List<String> login = catalog.ask("""
            select current_user, rolsuper::text from pg_roles where rolname = current_user and ?::text[] is not null\
            """).getFirst();
        findings.examined("login " + login.getFirst());
        if (login.get(1).equals("false")) {
            examineTables(code, catalog, findings);
            return;
        }
        findings.report(
                "login " + login.getFirst(),
                "The login '%s' is a superuser.".formatted(login.getFirst()),
                "Give the application a login of its own: create role ... login nosuperuser nocreaterole nocreatedb;");
    }

    private static void examineTables(CodeBase code, Catalog catalog, Findings findings) throws SQLException {
        List<List<String>> open = catalog.ask("""
            select n.nspname, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where c.relkind in ('r', 'p') and ?::text[] is not null
               and n.nspname not in ('pg_catalog', 'information_schema')
               and has_schema_privilege(n.oid, 'usage')
               and has_table_privilege(c.oid, 'insert, update, delete')\
            """);
        List<String> modules = open.stream()
                .flatMap(it -> code.tables().named(it.get(1)).stream())
                .filter(it -> it.owner() != null)
                .map(it -> it.owner().name())
                .distinct()
                .sorted()
                .toList();
        if (modules.size() > 1) {
            findings.add(
                    findings.at("login", 0),
                    "One login may write the tables of the modules %s.".formatted(String.join(", ", modules)));
        }
    }
}
