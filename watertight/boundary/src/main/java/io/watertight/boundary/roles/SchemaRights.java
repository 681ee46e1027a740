package io.watertight.boundary.roles;

import static io.watertight.boundary.roles.ModuleRoles.quoted;

import java.util.Collection;
import java.util.List;
import org.flywaydb.core.api.configuration.Configuration;

/** Grants access to the rows of a schema, after each migration, so that no migration names a role. */
record SchemaRights(Migrator migrator, Collection<String> logins) {

    /** Lets logins use the tables of the toolkit's other parts, which may be absent, but not change accounts or audit entries. */
    void ofTheToolkit() {
        for (String schema : List.of("events", "sessions")) {
            if (migrator.ownerOf(schema).isPresent()) {
                logins.forEach(it -> grantRows(schema, it));
            }
        }
        for (String schema : List.of("accounts", "audit")) {
            if (migrator.ownerOf(schema).isPresent()) {
                notTheMigrator()
                        .forEach(it ->
                                grantOnly(schema, "select, insert on all tables in schema " + schema, quoted(it)));
            }
        }
    }

    /** Lets logins read which migrations have run, as a process that does not migrate has to. */
    void ofTheHistory(Configuration part) {
        String schema = quoted(part.getDefaultSchema());
        String table = schema + '.' + quoted(part.getTable());
        for (String login : notTheMigrator()) {
            migrator.execute(
                    "grant usage on schema %s to %s".formatted(schema, quoted(login)),
                    "revoke all on %s from %s".formatted(table, quoted(login)),
                    "grant select on %s to %s".formatted(table, quoted(login)));
        }
    }

    private List<String> notTheMigrator() {
        String self = migrator.name();
        return logins.stream().filter(it -> !it.equals(self)).toList();
    }

    /** Lets each module add events and audit entries, and nothing else there. */
    void toAddToTheRecords(List<String> modules) {
        for (String module : modules) {
            String working = quoted(new ModuleRoles(module).working());
            for (String table : List.of("events.event_publication", "audit.entry")) {
                if (migrator.is("select to_regclass(?) is not null", table)) {
                    grantOnly(table.substring(0, table.indexOf('.')), "insert on " + table, working);
                }
            }
        }
    }

    private void grantOnly(String schema, String rights, String quotedGrantee) {
        migrator.execute(
                "grant usage on schema %s to %s".formatted(schema, quotedGrantee),
                "revoke all on all tables in schema %s from %s".formatted(schema, quotedGrantee),
                "grant %s to %s".formatted(rights, quotedGrantee));
    }

    /** Lets only the module's working role use the module's rows. */
    void ofTheModule(ModuleRoles roles) {
        if (migrator.ownerOf(roles.module()).isEmpty()) {
            return;
        }
        migrator.actAs(roles.owner());
        revokeAll(roles.module(), "public");
        logins.forEach(it -> revokeAll(roles.module(), quoted(it)));
        grantRows(roles.module(), roles.working());
        migrator.execute("grant execute on all routines in schema %s to %s"
                .formatted(quoted(roles.module()), quoted(roles.working())));
    }

    /** Lets logins use the module's rows if there are no roles; an owner already can. */
    void ofLogins(ModuleRoles roles) {
        if (migrator.ownerOf(roles.module()).isPresent()) {
            notTheMigrator().forEach(it -> grantRows(roles.module(), it));
        }
    }

    private void revokeAll(String schema, String quotedGrantee) {
        migrator.execute("revoke all on schema %s from %s".formatted(quoted(schema), quotedGrantee));
        for (String kind : List.of("tables", "sequences", "routines")) {
            migrator.execute(
                    "revoke all on all %s in schema %s from %s".formatted(kind, quoted(schema), quotedGrantee));
        }
    }

    private void grantRows(String schema, String role) {
        String in = quoted(schema);
        String to = quoted(role);
        migrator.execute(
                "grant usage on schema %s to %s".formatted(in, to),
                "grant select, insert, update, delete on all tables in schema %s to %s".formatted(in, to),
                "grant usage on all sequences in schema %s to %s".formatted(in, to));
    }
}
