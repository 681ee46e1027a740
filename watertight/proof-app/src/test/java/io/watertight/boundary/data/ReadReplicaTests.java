package io.watertight.boundary.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.watertight.api.StaleReads;
import io.watertight.proof.PlatformTest;
import io.watertight.proof.TestApplication;
import io.watertight.proof.bells.BellFoundry;
import io.watertight.proof.bells.BellService;
import io.watertight.testing.WholeDatabase;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** An application whose replica has a state from before the test; the replica is away when it starts, and once more at the end. */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReadReplicaTests {

    private static final String TODAY = "of_today";
    private static final String YESTERDAY = "of_yesterday";
    private static final String LATE = "not_there_yet";

    private final WholeDatabase server;
    private final String url;
    private ConfigurableApplicationContext application;
    private BellFoundry foundry;
    private BellService bells;
    private JdbcClient jdbc;

    ReadReplicaTests(@Autowired WholeDatabase server, @Autowired JdbcConnectionDetails connection) {
        this.server = server;
        this.url = String.valueOf(connection.getJdbcUrl());
        server.sql("create database %s owner migrator".formatted(TODAY)).update();
        MigrationRun.of(TestApplication.class, settings());
        server.copy(TODAY, LATE);
        SpringApplication starting = new SpringApplication(TestApplication.class);
        // It would reconfigure the logging of this JVM, which the other application uses.
        starting.setListeners(starting.getListeners().stream()
                .filter(it -> !(it instanceof LoggingApplicationListener))
                .toList());
        this.application = starting.run(settings("--watertight.read-replica.url=" + urlOf(YESTERDAY)
                + (url.contains("?") ? "&" : "?") + "ApplicationName=yesterday's"));
        this.foundry = application.getBean(BellFoundry.class);
        this.bells = application.getBean(BellService.class);
        this.jdbc = application.getBean(JdbcClient.class);
    }

    @BeforeAll
    void changeOnlyWhatIsOfToday() {
        server.sql("alter database %s rename to %s".formatted(LATE, YESTERDAY)).update();
        foundry.cast("first", List.of());
    }

    @AfterAll
    void end() {
        application.close();
        for (String database : List.of(TODAY, YESTERDAY)) {
            server.sql("drop database if exists %s with (force)".formatted(database))
                    .update();
        }
    }

    @Test
    void answersWhatMayBeStaleAndNothingElse() {
        assertThat(StaleReads.<Long, RuntimeException>allow(foundry::count)).isZero();
        assertThat(foundry.count()).isPositive();
    }

    @Test
    void isNotReadFromWithinATransactionOfTheCaller() {
        transaction(TransactionDefinition.PROPAGATION_REQUIRED, false).executeWithoutResult(_ -> {
            foundry.cast("second", List.of());
            assertThat(StaleReads.<Long, RuntimeException>allow(foundry::count)).isPositive();
            assertThat(StaleReads.<Long, RuntimeException>allow(
                            () -> transaction(TransactionDefinition.PROPAGATION_REQUIRES_NEW, true)
                                    .execute(_ -> foundry.count())))
                    .isPositive();
        });
    }

    @Test
    void takesNoCommand() {
        long before = foundry.count();

        StaleReads.allow(() -> foundry.cast("third", List.of()));

        assertThat(foundry.count()).isEqualTo(before + 1);
    }

    @Test
    void isReadInTheRoleOfTheModuleAndNotWritten() throws Exception {
        assertThat(stale("select current_database() || ' ' || current_user")).isEqualTo(YESTERDAY + " bells_rw");
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> stale("select max(name) from towers.tower"))
                .havingRootCause()
                .withMessageContaining("permission denied");
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> stale("insert into bells.bell (name) values ('stale') returning name"))
                .havingRootCause()
                .withMessageContaining("read-only transaction");
    }

    @Test
    void doesNotExistWithoutTheSetting(@Autowired ApplicationContext other, @Autowired BellFoundry ofOther) {
        assertThat(other.getBeanNamesForType(ReadReplica.class)).isEmpty();
        ofOther.cast("elsewhere", List.of());
        assertThat(StaleReads.<Long, RuntimeException>allow(ofOther::count)).isEqualTo(ofOther.count());
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void isStoodInForByThePrimaryWhileItIsAwayAndMattersToNoProbe() {
        server.sql("drop database %s with (force)".formatted(YESTERDAY)).update();

        // The first reads may get connections that have just been cut off.
        await().ignoreExceptions()
                .untilAsserted(() -> assertThat(StaleReads.<Long, RuntimeException>allow(foundry::count))
                        .isEqualTo(foundry.count()));
        RestTestClient.bindToServer()
                .baseUrl("http://localhost:" + application.getEnvironment().getProperty("local.server.port"))
                .build()
                .get()
                .uri("/actuator/health/readiness")
                .exchange()
                .expectStatus()
                .isOk();
    }

    private String stale(String sql) throws Exception {
        return bells.call(() -> StaleReads.allow(() -> transaction(TransactionDefinition.PROPAGATION_REQUIRED, true)
                .execute(_ -> jdbc.sql(sql).query(String.class).single())));
    }

    private TransactionTemplate transaction(int propagation, boolean readOnly) {
        TransactionTemplate transaction =
                new TransactionTemplate(application.getBean(PlatformTransactionManager.class));
        transaction.setPropagationBehavior(propagation);
        transaction.setReadOnly(readOnly);
        return transaction;
    }

    private String urlOf(String database) {
        return url.replaceFirst("[^/?]*(?=\\?|$)", database);
    }

    private String[] settings(String... more) {
        return Stream.concat(
                        Stream.of(
                                "--server.port=0",
                                "--spring.datasource.url=" + urlOf(TODAY),
                                "--spring.datasource.username=application",
                                "--spring.datasource.password=application",
                                "--spring.flyway.user=migrator",
                                "--spring.flyway.password=migrator"),
                        Stream.of(more))
                .toArray(String[]::new);
    }
}
