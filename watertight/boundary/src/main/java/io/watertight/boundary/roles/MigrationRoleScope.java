package io.watertight.boundary.roles;

import static io.watertight.boundary.roles.ModuleRoles.quoted;

import java.util.List;
import org.flywaydb.core.api.FlywayException;

/** Runs a migration as the module's owner, without rights outside the module's schema. */
record MigrationRoleScope(Migrator migrator, ModuleRoles roles) {

    /** The owner may create a schema only while the module's own does not exist, because that right covers any schema. */
    void begin() {
        if (migrator.ownerOf(roles.module()).isEmpty() && !mayCreateSchemas()) {
            migrator.executeLocked("grant create on database %s to %s".formatted(database(), quoted(roles.owner())));
        }
        migrator.execute("set role " + quoted(roles.owner()));
    }

    void end() {
        String role = migrator.name();
        if (!role.equals(roles.owner())) {
            throw new FlywayException("A migration of module '%s' has changed its role to '%s'; do not change it"
                    .formatted(roles.module(), role));
        }
        List<String> others = migrator.sql("""
                        select nspname from pg_namespace
                         where pg_get_userbyid(nspowner) = ? and nspname <> ?""")
                .params(roles.owner(), roles.module())
                .query(String.class)
                .list();
        if (!others.isEmpty()) {
            throw new FlywayException("A migration of module '%s' has created the schema '%s'; its own is '%s'"
                    .formatted(roles.module(), others.getFirst(), roles.module()));
        }
        lift();
    }

    /** Gives the connection back to the migrator. */
    void lift() {
        migrator.execute("reset role");
        withdraw();
    }

    /** Revokes what an interrupted migration may still have. */
    void withdraw() {
        if (mayCreateSchemas() && migratorOwnsDatabase()) {
            migrator.executeLocked("revoke create on database %s from %s".formatted(database(), quoted(roles.owner())));
        }
    }

    private boolean mayCreateSchemas() {
        return migrator.is("select has_database_privilege(?, current_database(), 'CREATE')", roles.owner());
    }

    private boolean migratorOwnsDatabase() {
        return migrator.is(
                "select pg_has_role(current_user, datdba, 'USAGE') from pg_database where datname = current_database()");
    }

    private String database() {
        return quoted(
                migrator.sql("select current_database()").query(String.class).single());
    }
}
