package io.watertight.testing.processes;

import io.watertight.testing.DevelopmentDatabase;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.context.support.GenericApplicationContext;

/**
 * Starts an application as the processes that its Compose file describes, without Docker: each service that sets
 * {@code WATERTIGHT_MODULES} is a JVM with this class path, on {@link DevelopmentDatabase}, behind one address, {@code server.port}.
 * Before them the service {@code init} runs to its end, as one process with the rights of the migrator. Each process gets the
 * environment that the file sets for its service, but with local addresses, logins and keys. The processes' output is in
 * {@code target/processes} at the root of the checkout.
 *
 * <pre>{@code
 * new DevelopmentProcesses(MyApplication.class, "compose.split.yml", "docker/nginx/split.conf", TestBroker::address)
 *         .run(MyNotice.class, args);
 * }</pre>
 *
 * Needs {@code io.undertow:undertow-core} on the class path. All processes end with this one, however it ends.
 *
 * @param application its main class
 * @param compose the Compose file, from the root of the checkout
 * @param proxy the configuration of nginx whose map {@code $process} says which process a path is for, from the same root
 * @param broker starts a Kafka broker and returns its address, host and port
 */
public record DevelopmentProcesses(Class<?> application, String compose, String proxy, Supplier<String> broker) {

    private static final Logger log = LoggerFactory.getLogger(DevelopmentProcesses.class);

    /**
     * Starts everything, and returns only when this JVM is shutting down, as after Ctrl-C. If a process stops unexpectedly, or does not start,
     * it says so and ends this JVM with status 1.
     *
     * @param notice a bean that listens to {@code ApplicationReadyEvent} to tell that all processes are ready; the property
     *     {@code local.server.port} is the port of the one address
     * @param args for each of the processes
     */
    public void run(Class<?> notice, String... args) {
        var starter = new SpringApplicationBuilder(DevelopmentDatabase.class, notice)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .properties(
                        "logging.level.root=warn",
                        "logging.level.kafka=error",
                        "logging.level.org.apache.kafka=error",
                        "logging.level.io.watertight.testing=info",
                        "logging.level.%s=info".formatted(notice.getName()))
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean(Launcher.class, () -> new Launcher(this, context)));
        try {
            starter.run(args).getBean(Launcher.class).watch();
        } catch (FailureAnalyzedException e) {
            log.error("{}\n\n{}\n", e.getMessage(), e.analysis().getAction());
            System.exit(1);
        } catch (RuntimeException e) {
            // Spring Boot has said why; threads of the broker would keep this JVM alive.
            System.exit(1);
        }
    }
}
