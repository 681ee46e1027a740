package io.watertight.boundary.data;

import java.util.List;
import org.springframework.boot.context.event.ApplicationStartingEvent;
import org.springframework.context.ApplicationListener;

/** Turns a start with {@code --migrate-only} into a {@link MigrationRun}, after which the process ends. */
class MigrateOnly implements ApplicationListener<ApplicationStartingEvent> {

    private static final String OPTION = "--migrate-only";

    @Override
    public void onApplicationEvent(ApplicationStartingEvent event) {
        List<String> arguments = List.of(event.getArgs());
        Class<?> application = event.getSpringApplication().getMainApplicationClass();
        if (arguments.contains(OPTION) && application != null) {
            System.exit(codeOf(
                    application,
                    arguments.stream().filter(it -> !it.equals(OPTION)).toArray(String[]::new)));
        }
    }

    private static int codeOf(Class<?> application, String[] arguments) {
        try {
            MigrationRun.of(application, arguments);
            return 0;
        } catch (RuntimeException e) {
            // Spring Boot has reported it.
            return 1;
        }
    }
}
