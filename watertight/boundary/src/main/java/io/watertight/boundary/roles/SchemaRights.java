package io.watertight.boundary.roles;

import static io.watertight.boundary.roles.ModuleRoles.quoted;

import java.util.List;

/** Who may work with the rows of a schema. Granted after each migration, so no migration names a role. */
class SchemaRights {

    /** Of the platform; see db/migration/__root. */
    private static final String EVENTS = "events";

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

    /** Lets the login work with the platform's own tables; an account or an entry of the audit trail stays as it is. */
    void ofThePlatform() {
        grantRows(EVENTS, login);
        if (!migrator.name().equals(login)) {
            grantToAddAndRead(ACCOUNTS, login);
            grantToAddAndRead(AUDIT, login);
        }
    }

    /** Lets each module announce events and account for changes, and do nothing else with what is written down of them. */
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

    /** Lets the module's working role work with the module's rows, and nobody else. */
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

    /** Lets the login work with the module's rows, where there are no roles; one that owns them can do so already. */
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
