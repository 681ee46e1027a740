package io.watertight.boundary.roles;

import static io.watertight.boundary.roles.ModuleRoles.quoted;

import java.util.ArrayList;
import java.util.List;

/** Changes the owner of a module's schema and of everything in it, without touching any row. */
record SchemaOwnership(Migrator migrator, ModuleRoles roles) {

    /** Everything with its own owner; what belongs to a table (indexes, identity sequences) follows it. */
    private static final String OWNED_BY_ME = """
            select format('alter %s %s owner to ', case o.type when 'statistics object' then 'statistics' else o.type end,
                          o.identity)
              from pg_shdepend d
             cross join pg_identify_object(d.classid, d.objid, d.objsubid) o
             where d.dbid = (select oid from pg_database where datname = current_database())
               and d.deptype = 'o'
               and d.refclassid = 'pg_authid'::regclass
               and d.refobjid = (select oid from pg_roles where rolname = ?)
               and o.schema = ?
               and not exists (
                   select from pg_depend a
                    where d.classid = 'pg_class'::regclass and o.type = 'sequence' and a.classid = d.classid
                      and a.objid = d.objid and a.refclassid = d.classid and a.deptype in ('a', 'i'))
             order by 1""";

    /** Transfers a schema from the migrator to the module's owner role. */
    void handOver() {
        String owner = migrator.ownerOf(roles.module()).orElse(roles.owner());
        if (owner.equals(roles.owner())) {
            return;
        }
        List<String> commands = transfer(owner, roles.owner());
        if (!owner.equals(migrator.name())) {
            throw new MissingRolesException(
                    "The schema '%s' belongs to '%s', so the migrator cannot hand it over to '%s'."
                            .formatted(roles.module(), owner, roles.owner()),
                    commands,
                    "");
        }
        migrator.execute(commands.toArray(String[]::new));
    }

    /** Transfers a schema back from the module's owner role, if there are to be no more roles. */
    void takeBack() {
        if (!migrator.ownerOf(roles.module()).filter(roles.owner()::equals).isPresent()) {
            return;
        }
        String self = migrator.name();
        boolean inherits = migrator.is("select pg_has_role(current_user, ?, 'USAGE')", roles.owner());
        if (!inherits) {
            migrator.execute(membership(self, true));
        }
        migrator.execute(transfer(roles.owner(), self).toArray(String[]::new));
        if (!inherits) {
            migrator.execute(membership(self, false));
        }
    }

    private List<String> transfer(String from, String to) {
        var commands = new ArrayList<String>();
        // The new owner of a table needs the right to create it, and the old one access to the schema until the end.
        commands.add("grant usage, create on schema %s to %s".formatted(quoted(roles.module()), quoted(to)));
        migrator.sql(OWNED_BY_ME)
                .params(from, roles.module())
                .query(String.class)
                .list()
                .forEach(it -> commands.add(it + quoted(to)));
        commands.add("alter schema %s owner to %s".formatted(quoted(roles.module()), quoted(to)));
        return commands;
    }

    private String membership(String self, boolean inherit) {
        return "grant %s to %s with inherit %s".formatted(quoted(roles.owner()), quoted(self), inherit);
    }
}
