package io.watertight.testing;

import io.watertight.testing.Login.ApplicationConnection;
import io.watertight.testing.Login.MigratorConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Provides a PostgreSQL for an application that is started from its test sources, on a machine with neither Docker nor a database:
 *
 * <pre>{@code SpringApplication.from(MyApplication::main).with(DevelopmentDatabase.class).run(args);}</pre>
 *
 * The data live in the folder {@code .postgres} at the root of the checkout, or in the folder that the property
 * {@value #DIRECTORY} names, relative to that root. Committed data survive a restart and a crash. One application at a time can use a
 * folder. If the database is unavailable, the application fails to start and says why in one sentence.
 */
@Configuration(proxyBeanMethods = false)
public class DevelopmentDatabase {

    static final String DIRECTORY = "development.database.directory";

    @Bean
    DevelopmentServer developmentServer(Environment environment) {
        var directory = environment.getProperty(DIRECTORY);
        var folder = Path.of(directory == null ? ".postgres" : directory);
        return DevelopmentServer.start(
                (folder.isAbsolute() ? folder : checkout().resolve(folder)).normalize());
    }

    @Bean
    JdbcConnectionDetails developmentApplicationConnection(DevelopmentServer server) {
        return new ApplicationConnection(server::jdbcUrl);
    }

    @Bean
    FlywayConnectionDetails developmentMigratorConnection(DevelopmentServer server) {
        return new MigratorConnection(server::jdbcUrl);
    }

    /**
     * {@return the root of the checkout that the working directory is in}
     *
     * @throws RuntimeException if it is in none
     */
    public static Path checkout() {
        var start = Path.of("").toAbsolutePath();
        for (var folder = start; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("mvnw")) || Files.exists(folder.resolve(".mvn"))) {
                return folder;
            }
        }
        throw new FailureAnalyzedException(
                "No folder above %s looks like the root of a checkout, so there is no place for the data."
                        .formatted(start),
                "Name a folder with --%s=...".formatted(DIRECTORY));
    }
}
