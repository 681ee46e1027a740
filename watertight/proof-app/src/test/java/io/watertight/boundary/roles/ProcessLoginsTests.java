package io.watertight.boundary.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.watertight.boundary.data.MigrationRun;
import io.watertight.proof.PlatformTest;
import io.watertight.proof.TestApplication;
import io.watertight.proof.bells.BellLedger;
import io.watertight.proof.bells.BellService;
import io.watertight.proof.towers.TowerService;
import io.watertight.testing.WholeDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.dao.DataAccessException;

/** Processes on one database, of which one migrates; the other has a login of its own, but not the migrator's password. */
@PlatformTest
@ExtendWith(OutputCaptureExtension.class)
class ProcessLoginsTests {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    private final WholeDatabase server;
    private final FreshDatabase database;
    private final String login = "p_" + UUID.randomUUID().toString().substring(0, 8);

    ProcessLoginsTests(@Autowired WholeDatabase server, @Autowired JdbcConnectionDetails connection) {
        this.server = server;
        this.database = new FreshDatabase(server, String.valueOf(connection.getJdbcUrl()), folder, "migrator");
    }

    @BeforeEach
    void createLogin() {
        server.sql("create role %s login noinherit password '%s'".formatted(login, login))
                .update();
        server.sql("grant connect on database %s to %s".formatted(database.name(), login))
                .update();
    }

    @AfterEach
    void drop() {
        database.close();
        server.sql("drop role " + login).update();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bells", "!towers"})
    void doTheWorkOfTheirModulesOnly(String modules, CapturedOutput log) throws Exception {
        migrate(login + "=" + modules);

        try (var process = start("--watertight.modules=" + modules)) {
            BellLedger ledger = process.getBean(BellLedger.class);
            process.getBean(BellService.class).transact(() -> {
                ledger.recast(Map.of("one", 1));
                return ledger;
            });
            assertThat(bellsIn(process)).isOne();
            assertThat(process.getBeanProvider(TowerService.class).getIfAvailable())
                    .isNull();
        }
        assertThat(log)
                .as("the application has no migrations outside its modules")
                .doesNotContain("No migrations found");
        assertRefused("set role towers_rw");
        assertRefused("set role bells_owner");
        assertRefused("select count(*) from bells.bell");
        for (String history : List.of("watertight_operations", "flyway_schema_history_bells")) {
            assertRefused("delete from migrations." + history);
        }
    }

    @Test
    void loseWhatIsNoLongerTheirs() {
        migrate(login + "=bells");
        assertThat(roles()).containsExactly("bells_rw");

        migrate(login + "=towers");
        assertThat(roles()).containsExactly("towers_rw");
    }

    @Test
    void neverOwnWhatTheyUse() {
        migrate(login + "=bells");
        server.sql("grant bells_owner to " + login).update();

        assertThat(failure(() -> migrate(login + "=bells", "--watertight.data.roles=provided")))
                .isInstanceOfSatisfying(
                        MissingRolesException.class,
                        it -> assertThat(MigrationRolesTests.remedy(it))
                                .containsExactly("revoke \"bells_owner\" from \"%s\"".formatted(login)));
    }

    @Test
    void areToldToADbaWhoProvidesTheRoles() {
        migrate(login + "=bells");

        assertThat(failure(() -> migrate(login + "=towers", "--watertight.data.roles=provided")))
                .isInstanceOfSatisfying(
                        MissingRolesException.class,
                        it -> assertThat(MigrationRolesTests.remedy(it))
                                .containsExactly(
                                        "revoke \"bells_rw\" from \"%s\"".formatted(login),
                                        "grant \"towers_rw\" to \"%s\" with inherit false, set true".formatted(login)));
        assertThat(roles()).containsExactly("bells_rw");
    }

    @Test
    void useTheTablesOfTheirModulesWhereThereAreNoRoles() throws Exception {
        migrate(login + "=bells", "--watertight.data.roles=none");

        try (var process = start("--watertight.modules=bells", "--watertight.data.roles=none")) {
            assertThat(bellsIn(process)).isZero();
        }
        assertRefused("select count(*) from towers.tower");
    }

    @Test
    void doNotStartBeforeTheMigrationsOfTheirModulesHaveRun() {
        assertFails("--watertight.modules=bells").hasMessageContaining("watertight_operations: V1__");

        migrate(login + "=bells");
        history("delete from migrations.flyway_schema_history_bells where script = 'V1__bells.sql'");
        assertFails("--watertight.modules=bells")
                .hasMessage("Migrations of this process have not run on this database: bells: V1__bells.sql.");
    }

    @Test
    void doNotWaitForMigrationsOfOtherModulesNorMindThoseOfALaterRelease() throws Exception {
        migrate(login + "=bells");
        history("delete from migrations.flyway_schema_history_towers");
        history("""
                insert into migrations.flyway_schema_history_bells
                       (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                values (99, '99', 'later', 'SQL', 'V99__later.sql', 1, 'migrator', 1, true)""");

        try (var process = start("--watertight.modules=bells")) {
            assertThat(bellsIn(process)).isZero();
        }
    }

    @Test
    void doNotStartWhereAMigrationWasChanged() {
        migrate(login + "=bells");
        history("update migrations.flyway_schema_history_bells set checksum = 1 where version = '1'");

        assertFails("--watertight.modules=bells")
                .hasMessageContaining("module 'bells'")
                .hasMessageContaining("was changed after it had run");
    }

    @Test
    void doNotStartWithoutRights() {
        migrate("");

        assertFails("--watertight.modules=bells")
                .hasMessage("The login '%s' may not read which migrations have run on this database.".formatted(login));
    }

    @Test
    void doNotStartWithoutTheRoleOfOneOfTheirModules() {
        migrate(login + "=towers");

        assertThat(failure(() -> start("--watertight.modules=bells").close()))
                .isInstanceOfSatisfying(
                        InvalidConfigurationPropertyValueException.class,
                        it -> assertThat(it.getReason()).startsWith("The login may not act as [bells_rw]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"LOGIN=bell", "LOGIN=!bell", "LOGIN=", "nobody=bells", "bells_rw=bells"})
    void areRefusedWhereLoginOrModuleDoesNotExist(String logins) {
        assertThat(failure(() -> migrate(logins.replace("LOGIN", login))))
                .isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class, it -> {
                    assertThat(it.getName()).isEqualTo("watertight.data.logins");
                    assertThat(it.getReason())
                            .matches(
                                    "There is no such (module\\. The modules are: \\[bells, towers]|login .*create it first)\\.");
                });
    }

    @Test
    void standInAnEnvironmentVariable() {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource(
                        "systemEnvironment",
                        Map.of("WATERTIGHT_DATA_LOGINS", "bells_app=bells\nFront-1=!bells,!towers\n")));

        assertThat(Binder.get(environment)
                        .bind("watertight.data", RolesProperties.class)
                        .get()
                        .logins())
                .isEqualTo(Map.of("bells_app", "bells", "Front-1", "!bells,!towers"));
    }

    private void migrate(String logins, String... settings) {
        MigrationRun.of(
                TestApplication.class,
                arguments(
                        Stream.of(
                                "--spring.datasource.username=application",
                                "--spring.datasource.password=application",
                                "--spring.flyway.user=migrator",
                                "--spring.flyway.password=migrator",
                                "--watertight.data.logins=" + logins),
                        settings));
    }

    private ConfigurableApplicationContext start(String... settings) {
        return new SpringApplicationBuilder(TestApplication.class)
                .run(arguments(
                        Stream.of(
                                "--server.port=0",
                                "--spring.datasource.username=" + login,
                                "--spring.datasource.password=" + login,
                                "--spring.flyway.user=nobody",
                                "--spring.kafka.bootstrap-servers=localhost:9",
                                "--watertight.data.migrate=false"),
                        settings));
    }

    private String[] arguments(Stream<String> first, String... more) {
        return Stream.of(Stream.of("--spring.datasource.url=" + database.url()), first, Stream.of(more))
                .flatMap(it -> it)
                .toArray(String[]::new);
    }

    private static long bellsIn(ApplicationContext process) throws Exception {
        BellService bells = process.getBean(BellService.class);
        return bells.<Long>transact(process.getBean(BellLedger.class)::count);
    }

    private AbstractThrowableAssert<?, ?> assertFails(String... settings) {
        return assertThat(failure(() -> start(settings).close()));
    }

    private static Throwable failure(Runnable start) {
        Throwable thrown = catchThrowable(start::run);
        assertThat(thrown).isNotNull();
        return Stream.iterate(thrown, Throwable::getCause)
                .takeWhile(it -> it != null)
                .filter(it -> it instanceof MissingRolesException)
                .findFirst()
                .orElseGet(() -> NestedExceptionUtils.getMostSpecificCause(thrown));
    }

    private void history(String sql) {
        assertThat(database.asMigrator().sql(sql).update()).isPositive();
    }

    private List<String> roles() {
        return server.sql("""
                        select r.rolname from pg_auth_members m join pg_roles r on r.oid = m.roleid join pg_roles l on l.oid = m.member
                         where l.rolname = ?""").param(login).query(String.class).list();
    }

    private void assertRefused(String sql) {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> database.as(login).sql(sql).update())
                .havingRootCause()
                .withMessageContaining("permission denied");
    }
}
