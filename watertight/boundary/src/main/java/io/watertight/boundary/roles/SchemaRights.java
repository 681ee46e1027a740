package io.watertight.boundary.roles;

import static io.watertight.boundary.roles.ModuleRoles.quoted;

import java.util.List;

/** Grants access to the rows of a schema, after each migration, so that no migration names a role. */
class SchemaRights {

    /** Schemas of other parts of the toolkit, which may be absent. */
    private static final String EVENTS = "events";

    private static final String SESSIONS = "sessions";

    private static final String REGISTRY = "events.event_publication";
    private static final String ACCOUNTS = "accounts";
    private static final String AUDIT = "audit";
    private static final String AUDIT_TRAIL = "audit.entry";

    private final Migrator migrator;
    private final String login;

    SchemaRights(Migrator migrator, String login) {
        this.migrator = migrator;
        this.login = login;
    }

    /** Lets the login use the toolkit's own tables, but not change accounts or audit entries. */
    void ofTheToolkit() {
        for (String schema : List.of(EVENTS, SESSIONS)) {
            if (migrator.ownerOf(schema).isPresent()) {
                grantRows(schema, login);
            }
        }
        if (!migrator.name().equals(login)) {
            grantToAddAndRead(ACCOUNTS, login);
            grantToAddAndRead(AUDIT, login);
        }
    }

    /** Lets each module add events and audit entries, and nothing else there. */
    void toAddToTheRecords(List<String> modules) {
        for (String module : modules) {
            String working = quoted(new ModuleRoles(module).working());
            grantToAdd(EVENTS, REGISTRY, working);
            grantToAdd(AUDIT, AUDIT_TRAIL, working);
        }
    }

    private void grantToAdd(String schema, String table, String quotedRole) {
        if (migrator.is("select to_regclass(?) is not null", table)) {
            migrator.execute(
                    "grant usage on schema %s to %s".formatted(schema, quotedRole),
                    "revoke all on all tables in schema %s from %s".formatted(schema, quotedRole),
                    "grant insert on %s to %s".formatted(table, quotedRole));
        }
    }

    private void grantToAddAndRead(String schema, String role) {
        if (migrator.ownerOf(schema).isPresent()) {
            String to = quoted(role);
            migrator.execute(
                    "grant usage on schema %s to %s".formatted(schema, to),
                    "revoke all on all tables in schema %s from %s".formatted(schema, to),
                    "grant select, insert on all tables in schema %s to %s".formatted(schema, to));
        }
    }

    /** Lets only the module's working role use the module's rows. */
    void ofTheModule(ModuleRoles roles) {
        if (migrator.ownerOf(roles.module()).isEmpty()) {
            return;
        }
        migrator.actAs(roles.owner());
        revokeAll(roles.module(), "public");
        revokeAll(roles.module(), quoted(login));
        grantRows(roles.module(), roles.working());
        migrator.execute("grant execute on all routines in schema %s to %s"
                .formatted(quoted(roles.module()), quoted(roles.working())));
    }

    /** Lets the login use the module's rows if there are no roles; an owner already can. */
    void ofTheLogin(ModuleRoles roles) {
        if (migrator.ownerOf(roles.module()).isPresent() && !migrator.name().equals(login)) {
            grantRows(roles.module(), login);
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
