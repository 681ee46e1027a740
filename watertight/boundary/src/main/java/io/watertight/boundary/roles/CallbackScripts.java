package io.watertight.boundary.roles;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.Location;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.configuration.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Refuses Flyway's callback scripts. They would not run as the module's owner, so they are switched off; an existing one must
 * not be ignored silently.
 */
final class CallbackScripts {

    private CallbackScripts() {}

    /**
     * @throws FlywayException if there is one
     */
    static void refuse(Configuration configuration) {
        Arrays.stream(configuration.getLocations())
                .flatMap(CallbackScripts::scriptsIn)
                .filter(it -> Event.fromId(it.replaceFirst("(__.*)?\\.sql$", "")) != null)
                .findFirst()
                .ifPresent(it -> {
                    throw new FlywayException(
                            "The script %s is a Flyway callback and would run with the migrator's rights;".formatted(it)
                                    + " make it a migration, V...__....sql or R__....sql");
                });
    }

    private static Stream<String> scriptsIn(Location location) {
        try {
            return Stream.of(new PathMatchingResourcePatternResolver()
                            .getResources(location.toString().replace("filesystem:", "file:") + "/*.sql"))
                    .map(Resource::getFilename)
                    .filter(Objects::nonNull);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
