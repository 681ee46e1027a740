package io.watertight.guard.proof;

import io.watertight.testing.DevelopmentDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.util.FileSystemUtils;

/** The database of the sample, migrated and given its roles by the platform, as that of every application is. */
final class CinemaDatabase implements AutoCloseable {

    private static final Path DATA = Path.of("target", "cinema-database").toAbsolutePath();

    private final URLClassLoader loader;
    private final ConfigurableApplicationContext application;
    private final JdbcConnectionDetails login;

    private CinemaDatabase(URLClassLoader loader, ConfigurableApplicationContext application) {
        this.loader = loader;
        this.application = application;
        this.login = application.getBean(JdbcConnectionDetails.class);
    }

    /** Starts the application, which stays up as long as its database is needed. */
    static CinemaDatabase of(Sample sample, String mainClass) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try {
            FileSystemUtils.deleteRecursively(DATA);
            URLClassLoader loader = new URLClassLoader(Examiner.urls(sample.classpath()), before);
            thread.setContextClassLoader(loader);
            ConfigurableApplicationContext application = new SpringApplicationBuilder(
                            loader.loadClass(mainClass), DevelopmentDatabase.class)
                    .resourceLoader(new DefaultResourceLoader(loader))
                    .web(WebApplicationType.NONE)
                    .run("--logging.level.root=warn", "--development.database.directory=" + DATA);
            return new CinemaDatabase(loader, application);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** What the database says to statements of a module, {@link Outcome#PASSED} if it obeys; nothing of it remains. */
    String verdictOn(String module, String sql) {
        try (Connection connection = DriverManager.getConnection(
                        Objects.requireNonNull(login.getJdbcUrl()), login.getUsername(), login.getPassword());
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local role \"%s_rw\"".formatted(module));
            try {
                statement.execute(sql);
                return Outcome.PASSED;
            } catch (SQLException e) {
                return String.valueOf(e.getMessage())
                        .lines()
                        .findFirst()
                        .orElse("")
                        .replaceFirst("^ERROR: ", "");
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        application.close();
        try {
            loader.close();
            FileSystemUtils.deleteRecursively(DATA);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
