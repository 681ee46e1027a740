package io.watertight.boundary.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplication.AbandonedRunException;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.event.ApplicationStartingEvent;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Runs all migrations of an application, the toolkit's first and each as its module's owner, without starting the application:
 * no port, no job, no runner. On the command line: {@code java -jar app.jar --migrate-only}.
 */
public final class MigrationRun implements ApplicationListener<ApplicationStartingEvent> {

    private static final String OPTION = "--migrate-only";

    private static final String DRY = "watertight.data.dry-run";
    private static final String DRY_OPTION = "--dry-run";

    MigrationRun() {}

    /** Turns a start with {@code --migrate-only} into such a run, after which the process ends. */
    @Override
    public void onApplicationEvent(ApplicationStartingEvent event) {
        List<String> arguments = new ArrayList<>(List.of(event.getArgs()));
        Class<?> application = event.getSpringApplication().getMainApplicationClass();
        if (application != null && arguments.remove(OPTION)) {
            int status = 0;
            try {
                of(application, arguments.toArray(String[]::new));
            } catch (RuntimeException e) {
                // Spring Boot has reported it.
                status = 1;
            }
            System.exit(status);
        }
    }

    /**
     * Applies all pending migrations.
     *
     * @param application the application's main class
     * @param arguments the command line; {@code --dry-run} prints the pending SQL and changes nothing
     * @throws RuntimeException if a migration fails or the database cannot be reached; already reported like a failed start
     */
    public static void of(Class<?> application, String... arguments) {
        SpringApplication run = new SpringApplication(application);
        run.setMainApplicationClass(application);
        if (List.of(arguments).contains(DRY_OPTION)) {
            // The output is SQL to read or store, with little else.
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

    /** Ends before anything that waits for a started application; failures are still reported like a failed start. */
    private static class EndsAfterMigrations implements SpringApplicationRunListener {

        @Override
        public void contextLoaded(ConfigurableApplicationContext context) {
            if (!context.getEnvironment().getProperty(MigratedElsewhere.SETTING, Boolean.class, true)) {
                throw nothingToRun(MigratedElsewhere.SETTING);
            }
            context.refresh();
            if (context.getBeanProvider(FlywayMigrationInitializer.class).getIfAvailable() == null) {
                throw nothingToRun("spring.flyway.enabled");
            }
            throw new AbandonedRunException(context);
        }

        private static FailureAnalyzedException nothingToRun(String setting) {
            return new FailureAnalyzedException(
                    "This process does not migrate: %s is false.".formatted(setting),
                    "Remove the setting for this run.");
        }
    }
}
