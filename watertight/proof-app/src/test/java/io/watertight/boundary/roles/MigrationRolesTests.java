package io.watertight.boundary.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.watertight.boundary.roles.RolesProperties.Source;
import io.watertight.proof.PlatformTest;
import io.watertight.testing.WholeDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What migrations make of roles, owners and rights; each test has databases and roles that nobody has seen before. */
@PlatformTest
class MigrationRolesTests {

    private static final String MIGRATOR = "migrator";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @Autowired
    WholeDatabase server;

    @Autowired
    JdbcConnectionDetails connection;

    private String module = "";

    @BeforeEach
    void nameTheModule() {
        module = "m" + UUID.randomUUID().toString().substring(0, 8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"plain", "Upper", "with space", "with-dash", "with'quote", "select", "ünïcode", "a.b", "$$"})
    void giveTheWorkingRoleWhatALaterMigrationAdds(String name) {
        String schema = ModuleRoles.quoted(name);
        try (var database = database()) {
            database.with(
                    name,
                    "V1__first.sql",
                    "create schema %s; create table %s.first (id serial);".formatted(schema, schema));
            database.migrate(Source.MANAGED, name);
            insertInto(database, name, schema + ".first");

            database.with(name, "V2__second.sql", "create table %s.second (id serial);".formatted(schema));
            database.migrate(Source.MANAGED, name);
            insertInto(database, name, schema + ".second");
        }
    }

    @Test
    void runAsTheOwnerWhichMayCreateNothingElseAfterwards() {
        try (var database = database()) {
            migrateTwoModules(database);

            assertThat(ownersIn(database, module)).containsExactly(module + "_owner");
            assertThat(ownersIn(database, "migrations")).containsExactly(MIGRATOR);
            assertThat(ownersIn(database, "events")).containsExactly(MIGRATOR);
            assertThat(mayCreateSchemas(database)).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table OTHER.mine (id integer)",
                "create table OWN.mine (id integer references OTHER.note)",
                "create view OWN.mine as select * from OTHER.note",
                "alter table OTHER.note add column mine integer",
                "drop table OTHER.note",
                "drop schema OTHER cascade",
                "create trigger mine before insert on OTHER.note for each row execute function suppress_redundant_updates_trigger()",
                "create schema mine",
                "create table public.mine (id integer)",
                "create table mine (id integer)",
                "create table events.mine (id integer)",
                "alter table events.event_publication add column mine integer",
                "delete from migrations.watertight_operations",
                "grant select on OTHER.note to application",
                "set role OTHER_owner",
                "set local role migrator",
                "create role mine",
                "create extension pg_trgm",
                "alter default privileges for role migrator grant select on tables to OWN_rw"
            })
    void areRefusedWhateverIsOutsideOfTheirSchema(String sql) {
        try (var database = database()) {
            migrateTwoModules(database);
            database.with(
                    module,
                    "V2__other.sql",
                    sql.replace("OTHER", module + "_other").replace("OWN", module) + ";");

            assertThatExceptionOfType(FlywayException.class)
                    .isThrownBy(() -> migrate(database))
                    .withMessageMatching(
                            "(?s).*(permission denied|must be (owner|able)|no schema has been selected|has changed its role).*");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create schema OWN; create schema another;",
                "create schema OWN; reset role; create schema another;",
                "create schema OWN; select 1 / 0;"
            })
    void leaveNothingBehindWhereTheFirstOneGoesTooFar(String sql) {
        try (var database = database()) {
            database.with(module, "V1__first.sql", sql.replace("OWN", module));

            assertThatExceptionOfType(FlywayException.class).isThrownBy(() -> database.migrate(Source.MANAGED, module));

            assertThat(database.asMigrator()
                            .sql(
                                    "select nspname from pg_namespace where nspname !~ '^(pg_.*|information_schema|public)$'")
                            .query(String.class)
                            .list())
                    .containsExactlyInAnyOrder("migrations", "events", "audit");
            assertThat(mayCreateSchemas(database)).isFalse();
        }
    }

    @Test
    void takeTheRightToCreateASchemaBackOutsideOfATransactionToo() {
        try (var database = database()) {
            database.with(module, "V1__first.sql", "create table nowhere (id integer);");
            database.with(module, "V1__first.sql.conf", "executeInTransaction=false");

            assertThatExceptionOfType(FlywayException.class).isThrownBy(() -> database.migrate(Source.MANAGED, module));

            assertThat(mayCreateSchemas(database)).isFalse();
        }
    }

    @Test
    void takeBackWhatACrashHasLeft() {
        try (var database = database()) {
            migrateTwoModules(database);
            database.asMigrator()
                    .sql("grant create on database %s to %s_owner".formatted(database.name(), module))
                    .update();

            migrate(database);

            assertThat(mayCreateSchemas(database)).isFalse();
        }
    }

    @Test
    void refuseScriptsThatWouldRunAsTheMigrator() {
        try (var database = database()) {
            database.with(module, "afterMigrate__grant.sql", "select 1;");

            assertThatExceptionOfType(FlywayException.class)
                    .isThrownBy(() -> database.migrate(Source.MANAGED, module))
                    .withMessageContaining("afterMigrate__grant.sql is a Flyway callback");
        }
    }

    @Test
    void keepTheDataOfTablesThatChangeTheirOwnerAndBack() {
        try (var database = database()) {
            database.with(module, "V1__everything.sql", """
                    create schema OWN;
                    create type OWN.mood as enum ('good', 'bad');
                    create domain OWN.amount as numeric check (value > 0);
                    create type OWN.pair as (a integer, b integer);
                    create table OWN.note (
                        id integer generated always as identity primary key, mood OWN.mood, amount OWN.amount, serial serial);
                    create sequence OWN.number;
                    create index on OWN.note (mood);
                    create view OWN.good as select * from OWN.note where mood = 'good';
                    create materialized view OWN.count as select count(*) from OWN.note;
                    create function OWN.twice(integer) returns integer language sql return $1 * 2;
                    create statistics OWN.correlation on mood, amount from OWN.note;
                    create collation OWN.plain from "C";
                    create table OWN.parted (id integer) partition by range (id);
                    create table OWN.part partition of OWN.parted for values from (1) to (9);
                    """.replace("OWN", module));
            database.migrateWithoutRoles(module);
            var migrator = database.asMigrator();
            migrator.sql("grant usage on schema %s to application, public".formatted(module))
                    .update();
            migrator.sql("grant all on all tables in schema %s to application, public".formatted(module))
                    .update();
            migrator.sql("insert into %s.note (mood, amount) values ('good', 2.50), ('bad', 7)".formatted(module))
                    .update();
            assertThat(rows(database.as("application"))).containsExactly("1 good 2.50", "2 bad 7");

            database.migrate(Source.MANAGED, module);

            assertThat(ownersOfAll(database)).containsExactly(module + "_owner");
            try (var working = database.inRole(module + "_rw")) {
                assertThat(rows(JdbcClient.create(working))).containsExactly("1 good 2.50", "2 bad 7");
            }
            assertThatExceptionOfType(Exception.class)
                    .isThrownBy(() -> rows(database.as("application")))
                    .havingRootCause()
                    .withMessageContaining("permission denied");
            assertThat(rightsIn(database)).containsOnly(module + "_owner", module + "_rw");
            database.with(module, "V2__more.sql", "alter table %s.note add column more integer;".formatted(module));
            database.migrate(Source.MANAGED, module);

            database.migrate(Source.NONE, module);

            assertThat(ownersOfAll(database)).containsExactly(MIGRATOR);
            assertThat(rows(database.as("application"))).containsExactly("1 good 2.50", "2 bad 7");
            database.with(module, "V3__last.sql", "alter table %s.note drop column more;".formatted(module));
            database.migrate(Source.NONE, module);

            database.migrate(Source.MANAGED, module);

            assertThat(ownersOfAll(database)).containsExactly(module + "_owner");
            assertThatExceptionOfType(Exception.class)
                    .isThrownBy(() -> rows(database.as("application")))
                    .havingRootCause()
                    .withMessageContaining("permission denied");
        }
    }

    @Test
    void mayBeBegunByTwoInstancesAtOnce() throws Exception {
        try (var database = database();
                var neighbour = database()) {
            for (var each : List.of(database, neighbour)) {
                each.with(
                        module,
                        "V1__first.sql",
                        "create schema %s; create table %s.note (id serial);".formatted(module, module));
                each.with(module + "_other", "V1__first.sql", "create schema %s_other;".formatted(module));
            }

            atOnce(
                    () -> database.migrate(Source.MANAGED, module, module + "_other"),
                    () -> database.migrate(Source.MANAGED, module + "_other", module),
                    () -> neighbour.migrate(Source.MANAGED, module, module + "_other"),
                    () -> database.migrate(Source.MANAGED, module, module + "_other"));

            insertInto(database, module, module + ".note");
            insertInto(neighbour, module, module + ".note");
            assertThat(mayCreateSchemas(database)).isFalse();
        }
    }

    @Test
    void takeAllRolesInOneOrderSoThatNoTwoDatabasesWaitForEachOther() throws Exception {
        String first = module + "_a";
        String second = module + "_b";
        try (var database = database();
                var neighbour = database();
                var elsewhere = new SingleConnectionDataSource(neighbour.url(), MIGRATOR, MIGRATOR, true);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (String each : List.of(first, second)) {
                database.with(each, "V1__first.sql", "create schema %s;".formatted(each));
            }
            elsewhere.setAutoCommit(false);
            JdbcClient begun = JdbcClient.create(elsewhere);
            begun.sql("create role %s_owner".formatted(first)).update();

            Future<?> migration = threads.submit(() -> database.migrate(Source.MANAGED, second, first));
            await().until(() -> isWaiting(database));
            begun.sql("create role %s_owner".formatted(second)).update();
            elsewhere.getConnection().commit();

            assertThat(migration).succeedsWithin(Duration.ofSeconds(30));
        }
    }

    @Test
    void doWithTheRolesThatAreProvidedAndSayWhichAreNot() {
        String plain = module + "_migrator";
        server.sql("create role %s login password '%s'".formatted(plain, plain)).update();
        try (var database = new FreshDatabase(server, url(), folder, plain)) {
            database.with(
                    module,
                    "V1__first.sql",
                    "create schema %s; create table %s.note (id serial);".formatted(module, module));

            MissingRolesException missing = failure(database, Source.PROVIDED);

            List<String> remedy = remedy(missing);
            assertThat(remedy)
                    .containsExactly(
                            "create role \"%s_owner\" nologin".formatted(module),
                            "create role \"%s_rw\" nologin".formatted(module),
                            "grant \"%s_owner\" to \"%s\" with inherit false, set true".formatted(module, plain),
                            "grant \"%s_rw\" to \"application\" with inherit false, set true".formatted(module));
            assertThat(missing.analysis().getAction())
                    .contains("watertight.data.roles=managed", "watertight.data.roles=none")
                    .doesNotContain("docker compose");
            MissingRolesException refused = failure(database, Source.MANAGED);
            assertThat(remedy(refused)).isEqualTo(remedy);
            assertThat(refused.analysis().getAction())
                    .contains("docker compose exec postgres bash /docker-entrypoint-initdb.d/init.sh")
                    .contains("watertight.data.roles=none");

            remedy.forEach(it -> server.sql(it).update());
            database.migrate(Source.PROVIDED, module);

            insertInto(database, module, module + ".note");
            assertThat(ownersIn(database, module)).containsExactly(module + "_owner");

            server.sql("grant %s_rw to application with inherit true".formatted(module))
                    .update();
            assertThat(remedy(failure(database, Source.PROVIDED)))
                    .containsExactly(
                            "grant \"%s_rw\" to \"application\" with inherit false, set true".formatted(module));
        } finally {
            server.sql("drop role %s_owner, %s_rw, %s".formatted(module, module, plain))
                    .update();
        }
    }

    @Test
    void nameTheOwnerWhoIsNeitherOfTheTwo() {
        try (var database = database()) {
            migrateTwoModules(database);
            database.asMigrator().sql("create schema strange").update();
            server.sql("create role %s_stranger".formatted(module)).update();
            database.with("strange", "V1__nothing.sql", "select 1;");
            database.asMigrator()
                    .sql("grant %s_other_owner to %s with inherit true".formatted(module, MIGRATOR))
                    .update();
            database.asMigrator()
                    .sql("grant create on database %s to %s_other_owner".formatted(database.name(), module))
                    .update();
            database.asMigrator()
                    .sql("alter schema strange owner to %s_other_owner".formatted(module))
                    .update();

            assertThatExceptionOfType(FlywayException.class)
                    .isThrownBy(() -> database.migrate(Source.MANAGED, "strange"))
                    .havingCause()
                    .isInstanceOf(MissingRolesException.class)
                    .withMessageContaining("The schema 'strange' belongs to '%s_other_owner'".formatted(module));
        }
    }

    @Test
    void refuseANameThatPostgresWouldCutOff() {
        String tooLong = "m".repeat(58);

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new ModuleRoles(tooLong))
                .withMessageContaining("too long");
        assertThat(new ModuleRoles("m".repeat(57)).owner()).hasSize(63);
    }

    private FreshDatabase database() {
        return new FreshDatabase(server, url(), folder, MIGRATOR);
    }

    private String url() {
        return String.valueOf(connection.getJdbcUrl());
    }

    private void migrateTwoModules(FreshDatabase database) {
        for (String each : List.of(module, module + "_other")) {
            database.with(
                    each,
                    "V1__first.sql",
                    "create schema %s; create table %s.note (id serial primary key);".formatted(each, each));
        }
        migrate(database);
    }

    private void migrate(FreshDatabase database) {
        database.migrate(Source.MANAGED, module, module + "_other");
    }

    /** {@return the SQL that the advice has for a superuser} */
    static List<String> remedy(MissingRolesException missing) {
        return String.valueOf(missing.analysis().getAction())
                .lines()
                .filter(it -> it.startsWith("    ") && it.endsWith(";"))
                .map(it -> it.substring(4, it.length() - 1))
                .toList();
    }

    private MissingRolesException failure(FreshDatabase database, Source source) {
        try {
            database.migrate(source, module);
        } catch (FlywayException e) {
            if (e.getCause() instanceof MissingRolesException missing) {
                return missing;
            }
            throw e;
        }
        throw new AssertionError("Nothing is missing");
    }

    private static void insertInto(FreshDatabase database, String name, String table) {
        try (var working = database.inRole(name + "_rw")) {
            assertThat(JdbcClient.create(working)
                            .sql("insert into %s default values".formatted(table))
                            .update())
                    .isOne();
        }
    }

    private List<String> rows(JdbcClient client) {
        return client.sql("select id || ' ' || mood || ' ' || amount from %s.note order by id".formatted(module))
                .query(String.class)
                .list();
    }

    private boolean isWaiting(FreshDatabase database) {
        return server.sql("select exists (select from pg_stat_activity where datname = ? and wait_event_type = 'Lock')")
                .param(database.name())
                .query(Boolean.class)
                .single();
    }

    private boolean mayCreateSchemas(FreshDatabase database) {
        return database.asMigrator()
                .sql("select has_database_privilege(?, current_database(), 'CREATE')")
                .param(module + "_owner")
                .query(Boolean.class)
                .single();
    }

    private static List<String> ownersIn(FreshDatabase database, String schema) {
        return database.asMigrator()
                .sql("select distinct tableowner from pg_tables where schemaname = ?")
                .param(schema)
                .query(String.class)
                .list();
    }

    private List<String> ownersOfAll(FreshDatabase database) {
        return database.asMigrator()
                .sql("""
                        select pg_get_userbyid(nspowner) from pg_namespace where nspname = :schema
                        union select pg_get_userbyid(relowner) from pg_class where relnamespace = :schema::regnamespace
                        union select pg_get_userbyid(proowner) from pg_proc where pronamespace = :schema::regnamespace
                        union select pg_get_userbyid(typowner) from pg_type where typnamespace = :schema::regnamespace
                        union select pg_get_userbyid(collowner) from pg_collation where collnamespace = :schema::regnamespace
                        union select pg_get_userbyid(stxowner) from pg_statistic_ext where stxnamespace = :schema::regnamespace""")
                .param("schema", module)
                .query(String.class)
                .list();
    }

    private List<String> rightsIn(FreshDatabase database) {
        return database.asMigrator()
                .sql("""
                        select distinct coalesce(r.rolname, 'public')
                          from (select nspacl acl from pg_namespace where nspname = :schema
                                union all select relacl from pg_class where relnamespace = :schema::regnamespace
                                union all select proacl from pg_proc where pronamespace = :schema::regnamespace) a
                         cross join aclexplode(a.acl) x
                          left join pg_roles r on r.oid = x.grantee""")
                .param("schema", module)
                .query(String.class)
                .list();
    }

    private static void atOnce(Runnable... tasks) throws Exception {
        var start = new CyclicBarrier(tasks.length);
        try (var threads = Executors.newFixedThreadPool(tasks.length)) {
            var running = List.of(tasks).stream()
                    .map(task -> threads.submit((Callable<Void>) () -> {
                        start.await();
                        task.run();
                        return null;
                    }))
                    .toList();
            for (Future<Void> each : running) {
                each.get();
            }
        }
    }
}
