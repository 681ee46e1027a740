package io.watertight.boundary.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.watertight.proof.PlatformTest;
import io.watertight.proof.TestApplication;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContextException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest
class StartLockTests {

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final JdbcConnectionDetails database;

    StartLockTests(
            @Autowired DataSource dataSource, @Autowired JdbcClient jdbc, @Autowired JdbcConnectionDetails database) {
        this.dataSource = dataSource;
        this.jdbc = jdbc;
        this.database = database;
    }

    @Test
    void keepsTheRunnersOfAnotherInstanceWaitingUntilThoseOfTheFirstAreDone() throws Exception {
        StartLock first = new StartLock(dataSource);
        StartLock second = new StartLock(dataSource);
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            first.take();
            Future<?> waiting = other.submit(second::take);
            await().until(() -> waiters() == 1);
            assertThat(waiting.isDone()).isFalse();

            first.giveBack();

            waiting.get(10, TimeUnit.SECONDS);
        } finally {
            first.giveBack();
            second.giveBack();
        }
        assertThat(waiters()).isZero();
    }

    /** It may be processing events by then, which the first would take for those of a dead instance. */
    @Test
    void letsAnInstanceThatWaitsSayThatItIsAlive() throws Exception {
        List<UUID> before = instances();
        StartLock first = new StartLock(dataSource);
        first.take();
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<ConfigurableApplicationContext> waiting = other.submit(() -> start(0));
            try {
                await().atMost(Duration.ofMinutes(1)).until(() -> waiters() == 1);
                await().untilAsserted(() -> assertThat(instances()).anyMatch(it -> !before.contains(it)));
                assertThat(waiting.isDone()).isFalse();
            } finally {
                first.giveBack();
                waiting.get(1, TimeUnit.MINUTES).close();
            }
        }
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void addsNothingToWhatAFailedStartSays(@LocalServerPort int taken, CapturedOutput log) {
        assertThatExceptionOfType(ApplicationContextException.class).isThrownBy(() -> start(taken));
        assertThat(log)
                .contains("Port %d was already in use.".formatted(taken))
                .doesNotContain("Error calling ApplicationEventListener");
    }

    @Test
    void waitsLongerThanAnyStatementMayRun() throws Exception {
        StartLock first = new StartLock(dataSource);
        try (HikariDataSource impatient = new HikariDataSource();
                ExecutorService other = Executors.newSingleThreadExecutor()) {
            impatient.setJdbcUrl(database.getJdbcUrl());
            impatient.setUsername(database.getUsername());
            impatient.setPassword(database.getPassword());
            impatient.setMaximumPoolSize(1);
            impatient.addDataSourceProperty("socketTimeout", "1");
            StartLock second = new StartLock(impatient);
            first.take();
            Future<?> waiting = other.submit(second::take);
            assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> waiting.get(2, TimeUnit.SECONDS));

            first.giveBack();

            waiting.get(10, TimeUnit.SECONDS);
            second.giveBack();
        } finally {
            first.giveBack();
        }
    }

    private ConfigurableApplicationContext start(int port) {
        return new SpringApplicationBuilder(TestApplication.class)
                .run(
                        "--server.port=" + port,
                        "--spring.datasource.url=" + database.getJdbcUrl(),
                        "--spring.datasource.username=application",
                        "--spring.datasource.password=application",
                        "--spring.flyway.user=migrator",
                        "--spring.flyway.password=migrator");
    }

    private List<UUID> instances() {
        return jdbc.sql("select id from events.instance").query(UUID.class).list();
    }

    private long waiters() {
        return jdbc.sql("""
                        select count(*) from pg_locks
                         where locktype = 'advisory' and not granted
                           and database = (select oid from pg_database where datname = current_database())""").query(Long.class).single();
    }
}
