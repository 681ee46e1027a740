package io.watertight.boundary.data;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplication.AbandonedRunException;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * All migrations of an application, those of the toolkit first and each as its module's owner, without the application:
 * nothing listens, no job and no runner starts. On the command line it is {@code java -jar app.jar --migrate-only}.
 */
public final class MigrationRun {

    private static final String DRY = "watertight.data.dry-run";
    private static final String DRY_OPTION = "--dry-run";

    private MigrationRun() {}

    /**
     * Applies what is pending, and returns when that is done.
     *
     * @param application its main class
     * @param arguments as on the command line; with {@code --dry-run} nothing changes, and the SQL that is pending is printed
     * @throws RuntimeException if a migration fails, or the database cannot be reached; it has been reported like a failed start
     */
    public static void of(Class<?> application, String... arguments) {
        SpringApplication run = new SpringApplication(application);
        run.setMainApplicationClass(application);
        if (List.of(arguments).contains(DRY_OPTION)) {
            // What is printed is SQL, to be read or kept, and little beside it.
            run.setDefaultProperties(Map.of(DRY, true, "logging.level.root", "warn"));
        }
        run.setWebApplicationType(WebApplicationType.NONE);
        run.setLazyInitialization(true);
        run.setBannerMode(Banner.Mode.OFF);
        try {
            SpringApplication.withHook(_ -> new EndsAfterMigrations(), () -> run.run(arguments));
        } catch (AbandonedRunException e) {
            Objects.requireNonNull(e.getApplicationContext()).close();
        }
    }

    /** Before anything that waits for a started application; what fails is still reported like a failed start. */
    private static class EndsAfterMigrations implements SpringApplicationRunListener {

        @Override
        public void contextLoaded(ConfigurableApplicationContext context) {
            context.refresh();
            if (context.getBeanProvider(FlywayMigrationInitializer.class).getIfAvailable() == null) {
                throw new UnsuitableDatabaseException(
                        "There are no migrations to run: spring.flyway.enabled is false.",
                        "Leave the setting out of this run.");
            }
            throw new AbandonedRunException(context);
        }
    }
}
