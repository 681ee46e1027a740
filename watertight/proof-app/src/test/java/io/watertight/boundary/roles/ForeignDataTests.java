package io.watertight.boundary.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.watertight.proof.PlatformTest;
import io.watertight.proof.bells.Bell;
import io.watertight.proof.bells.BellLedger;
import io.watertight.proof.bells.BellRepository;
import io.watertight.proof.bells.BellService;
import io.watertight.proof.towers.TowerService;
import io.watertight.testing.WholeDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a module may do with its own data, and nobody else. */
@PlatformTest
class ForeignDataTests {

    private static final String DENIED = "(?s)ERROR: (permission denied|must be owner).*";

    @Autowired
    BellService bells;

    @Autowired
    TowerService towers;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationContext context;

    @Autowired
    WholeDatabase database;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into bells.bell (name) values ('mine')",
                "update bells.bell set name = 'ours' where name = 'mine'",
                "delete from bells.bell where name = 'ours'",
                "insert into events.event_publication (id, listener_id, event_type, serialized_event, publication_date,"
                        + " completion_date) values (gen_random_uuid(), '', '', '', now(), now())"
            })
    void areWorkedWithByTheModuleItself(String sql) {
        assertThatNoException()
                .isThrownBy(() -> bells.transact(() -> jdbc.sql(sql).update()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select count(*) from bells.bell",
                "insert into bells.bell (name) values ('stolen')",
                "update bells.bell set name = 'stolen'",
                "delete from bells.bell",
                "truncate bells.bell",
                "lock table bells.bell",
                "copy bells.bell from program 'echo stolen'",
                "create view towers.bells as select * from bells.bell",
                "alter table bells.bell add column stolen integer",
                "select nextval('bells.bell_id_seq')",
                "truncate towers.tower",
                "drop table towers.tower",
                "create table towers.other (id integer)",
                "create schema other",
                "create temporary table other (id integer)",
                "set local role bells_owner",
                "set local role towers_owner",
                "set local role migrator",
                "select * from events.event_publication",
                "update events.event_publication set completion_date = now()",
                "delete from events.event_publication",
                "select * from events.shedlock",
                "select * from migrations.watertight_operations",
                "do $$ begin execute 'select * from ' || 'bells' || '.bell'; end $$"
            })
    void areRefusedByTheDatabase(String sql) {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> towers.transact(() -> {
                    jdbc.sql(sql).update();
                    return sql;
                }))
                .havingRootCause()
                .withMessageMatching(DENIED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select count(*) from bells.bell",
                "insert into towers.tower (name) values ('stolen')",
                "create schema other",
                "truncate events.shedlock",
                "drop table events.shedlock",
                "insert into migrations.watertight_operations select * from migrations.watertight_operations",
                "update migrations.watertight_operations set checksum = 0",
                "delete from migrations.watertight_operations",
                "truncate migrations.watertight_operations",
                "delete from migrations.flyway_schema_history_bells",
                "drop table migrations.flyway_schema_history_bells",
                "create table migrations.other (id integer)",
                "set role bells_owner",
                "set role migrator"
            })
    void areRefusedToWhoeverIsInNoModule(String sql) {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> jdbc.sql(sql).update())
                .havingRootCause()
                .withMessageMatching(DENIED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"watertight_operations", "flyway_schema_history_bells"})
    void ofMigrationsMayBeReadOutsideModules(String history) {
        assertThat(jdbc.sql("select count(*) from migrations." + history)
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    void areNotToBeHadThroughTheRepositoryOfTheirModule() throws Exception {
        var repository = context.getBean(BellRepository.class);
        bells.transact(() -> repository.save(new Bell(null, "own")));

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> towers.transact(repository::count))
                .havingRootCause()
                .withMessageMatching(DENIED);
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> towers.transact(() -> repository.save(new Bell(null, "foreign"))))
                .havingRootCause()
                .withMessageMatching(DENIED);
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> towers.transact(context.getBean(BellLedger.class)::count))
                .havingRootCause()
                .withMessageMatching(DENIED);
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(repository::count)
                .havingRootCause()
                .withMessageMatching(DENIED);
        assertThat(bells.<Long>transact(context.getBean(BellLedger.class)::count))
                .isPositive();
    }

    @Test
    void areRefusedWithAdvice() {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> towers.transact(() ->
                        jdbc.sql("select count(*) from bells.bell").query().singleValue()))
                .withStackTraceContaining(
                        "Module 'towers' runs its statements as role 'towers_rw', which has rights on schema 'towers' only."
                                + " For data of another module, call a service that the other module exports.");
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() ->
                        jdbc.sql("select count(*) from bells.bell").query().singleValue())
                .withStackTraceContaining("No module was entered");
    }

    @Test
    void areOpenToNoRoleThatInheritsAnything() {
        assertThat(database.sql("""
                        select nspname || ' ' || r.rolname
                          from pg_namespace n, pg_roles r
                         where nspname in ('bells', 'towers') and not r.rolsuper and r.rolname not like 'pg\\_%'
                           and (has_schema_privilege(r.oid, n.oid, 'USAGE') or has_schema_privilege(r.oid, n.oid, 'CREATE'))
                         order by 1""").query(String.class).list())
                .containsExactly("bells bells_owner", "bells bells_rw", "towers towers_owner", "towers towers_rw");
        assertThat(database.sql("""
                        select r.rolname || ' ' || c.relname
                          from pg_class c, pg_roles r
                         where relnamespace in ('bells'::regnamespace, 'towers'::regnamespace) and relkind in ('r', 'S')
                           and not r.rolsuper and r.rolname !~ '(owner|rw)$' and r.rolname not like 'pg\\_%'
                           and (relkind = 'r' and has_any_column_privilege(r.oid, c.oid, 'SELECT,INSERT,UPDATE,REFERENCES')
                               or relkind = 'S' and has_sequence_privilege(r.oid, c.oid, 'USAGE'))""").query(String.class).list()).isEmpty();
    }

    @Test
    void belongToRolesThatDoNotLogIn() {
        assertThat(database.sql("""
                        select count(*) from pg_roles
                         where rolname in ('bells_owner', 'bells_rw', 'towers_owner', 'towers_rw')
                           and not (rolcanlogin or rolsuper or rolcreaterole or rolcreatedb or rolbypassrls)""").query(Integer.class).single()).isEqualTo(4);
    }
}
