package io.watertight.boundary.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import io.watertight.proof.PlatformTest;
import io.watertight.proof.TestApplication;
import io.watertight.proof.bells.BellLedger;
import io.watertight.proof.towers.TowerService;
import io.watertight.testing.WholeDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole application, by the property that says where its roles come from. */
@PlatformTest
class ApplicationRolesTests {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @Autowired
    WholeDatabase server;

    @Autowired
    JdbcConnectionDetails connection;

    @Test
    void areThereForTwoInstancesThatStartAtOnceOnAnEmptyDatabase() throws Exception {
        try (var database = database()) {
            var first = CompletableFuture.supplyAsync(() -> start(database, "managed"));
            var second = CompletableFuture.supplyAsync(() -> start(database, "managed"));

            for (var instance : List.of(first, second)) {
                try (var application = instance.get()) {
                    assertThat(roleInTowers(application)).isEqualTo("towers_rw");
                }
            }
        }
    }

    @Test
    void areUsedWhereSomebodyElseHasProvidedThem() throws Exception {
        try (var database = database();
                var application = start(database, "provided")) {
            assertThat(roleInTowers(application)).isEqualTo("towers_rw");
            assertThatException()
                    .isThrownBy(() -> application.getBean(BellLedger.class).count())
                    .havingRootCause()
                    .withMessageContaining("permission denied");
        }
    }

    @Test
    void areNotMissedWhereThereAreNone() throws Exception {
        try (var database = database();
                var application = start(database, "none")) {
            assertThat(roleInTowers(application)).isEqualTo("application");
            assertThat(application.getBean(BellLedger.class).count()).isZero();
            assertThat(application
                            .getBean(TowerService.class)
                            .<Integer>call(() -> JdbcClient.create(application.getBean(DataSource.class))
                                    .sql("insert into bells.bell (name) values ('anybody''s')")
                                    .update()))
                    .isOne();
            assertThat(application.getBean(DataSource.class)).isNotInstanceOf(RoleFollowingDataSource.class);
        }
    }

    private static String roleInTowers(ConfigurableApplicationContext application) throws Exception {
        var jdbc = JdbcClient.create(application.getBean(DataSource.class));
        return application
                .getBean(TowerService.class)
                .transact(() ->
                        jdbc.sql("select current_user").query(String.class).single());
    }

    private FreshDatabase database() {
        return new FreshDatabase(server, String.valueOf(connection.getJdbcUrl()), folder, "migrator");
    }

    private static ConfigurableApplicationContext start(FreshDatabase database, String roles) {
        return new SpringApplicationBuilder(TestApplication.class)
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=" + database.url(),
                        "--spring.datasource.username=application",
                        "--spring.datasource.password=application",
                        "--spring.flyway.user=migrator",
                        "--spring.flyway.password=migrator",
                        "--watertight.data.roles=" + roles);
    }
}
