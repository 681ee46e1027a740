package io.watertight.boundary.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.watertight.proof.PlatformTest;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest
class StartLockTests {

    private final DataSource dataSource;
    private final JdbcClient jdbc;

    StartLockTests(@Autowired DataSource dataSource, @Autowired JdbcClient jdbc) {
        this.dataSource = dataSource;
        this.jdbc = jdbc;
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

    private long waiters() {
        return jdbc.sql("""
                        select count(*) from pg_locks
                         where locktype = 'advisory' and not granted
                           and database = (select oid from pg_database where datname = current_database())""").query(Long.class).single();
    }
}
