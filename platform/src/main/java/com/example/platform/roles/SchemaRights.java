package com.example.platform.roles;

import static com.example.platform.roles.ModuleRoles.quoted;

import java.util.List;

/** Who may work with the rows of a schema. Granted after each migration, so no migration names a role. */
class SchemaRights {

    /** Of the platform; see db/migration/__root. */
    private static final String PLATFORM_SCHEMA = "events";

    private static final String REGISTRY = "events.event_publication";

    private final Migrator migrator;
    private final String login;

    SchemaRights(Migrator migrator, String login) {
        this.migrator = migrator;
        this.login = login;
    }

    /** Lets the login work with the platform's own tables. */
    void ofThePlatform() {
        grantRows(PLATFORM_SCHEMA, login);
    }

    /** Lets each module announce events, and do nothing else with the registry. */
    void toAnnounceEvents(List<String> modules) {
        if (!migrator.is("select to_regclass(?) is not null", REGISTRY)) {
            return;
        }
        for (String module : modules) {
            String working = quoted(new ModuleRoles(module).working());
            migrator.execute(
                    "grant usage on schema %s to %s".formatted(PLATFORM_SCHEMA, working),
                    "revoke all on all tables in schema %s from %s".formatted(PLATFORM_SCHEMA, working),
                    "grant insert on %s to %s".formatted(REGISTRY, working));
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
