package io.watertight.testing;

import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.diagnostics.FailureAnalyzedException;

/** The one PostgreSQL server of this JVM: started for the first test that needs it, stopped when the JVM ends. */
final class SharedPostgres {

    private static final Logger log = LoggerFactory.getLogger(SharedPostgres.class);

    private static final long SECONDS_TO_START = 10;
    private static final long SECONDS_FOR_CONTEXTS_TO_CLOSE = 5;

    /** Runs once, and reports the same failure to all callers instead of failing slowly again. */
    private static final FutureTask<SharedPostgres> INSTANCE = new FutureTask<>(SharedPostgres::start);

    private final PostgresServer server;
    private final AtomicInteger databases = new AtomicInteger();

    /** Its parties are the databases in use and the server itself. */
    private final Phaser users = new Phaser(1);

    private SharedPostgres(PostgresServer server) {
        this.server = server;
    }

    static SharedPostgres get() {
        INSTANCE.run();
        try {
            return INSTANCE.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof FailureAnalyzedException unavailable) {
                throw unavailable;
            }
            throw new IllegalStateException("PostgreSQL for the tests did not start", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while PostgreSQL for the tests was starting", e);
        }
    }

    /** Creates an empty database for the two logins and {@return its name} */
    String createDatabase() {
        var name = "test_" + databases.incrementAndGet();
        Login.createDatabase(server.superuser(), name);
        Login.keepOthersOut(server.superuser(), name);
        users.register();
        return name;
    }

    String jdbcUrl(String database) {
        return server.jdbcUrl(database);
    }

    DataSource dataSource(String database) {
        return server.dataSource(database);
    }

    void dropDatabase(String name) {
        try {
            server.superuser()
                    .sql("drop database if exists %s with (force)".formatted(name))
                    .update();
        } finally {
            users.arriveAndDeregister();
        }
    }

    private static SharedPostgres start() {
        Runtime.getRuntime().addShutdownHook(new Thread(SharedPostgres::stopAtJvmEnd, "stop-postgres"));
        var choice = choose();
        log.info("PostgreSQL for the tests: {}, because {}.", choice.source().description(), choice.reason());
        var server = switch (choice.source()) {
            case DOCKER -> PostgresServer.inContainer();
            case EMBEDDED -> PostgresServer.embedded();
        };
        try {
            Login.createMissing(server.superuser());
            return new SharedPostgres(server);
        } catch (RuntimeException e) {
            server.end().run();
            throw e;
        }
    }

    private static PostgresDecision.Choice choose() {
        var request = System.getProperty(PostgresDecision.REQUEST, "").strip();
        var file = System.getProperty(PostgresDecision.FILE, "");
        return new PostgresDecision(new DockerObstacles()).decide(request, file.isBlank() ? null : Path.of(file));
    }

    /** The JVM may end while the server is still starting, and must not leave it behind. */
    private static void stopAtJvmEnd() {
        try {
            INSTANCE.get(SECONDS_TO_START, TimeUnit.SECONDS).stop();
        } catch (ExecutionException | TimeoutException e) {
            log.debug("There is no PostgreSQL to stop", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void stop() {
        try {
            // Test contexts close at the same time, in their own shutdown hooks, and still need the server.
            users.awaitAdvanceInterruptibly(users.arrive(), SECONDS_FOR_CONTEXTS_TO_CLOSE, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            log.debug("Stopping PostgreSQL although test contexts are still open", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        server.end().run();
    }
}
