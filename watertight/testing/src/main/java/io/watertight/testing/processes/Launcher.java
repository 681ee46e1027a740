package io.watertight.testing.processes;

import io.watertight.testing.DevelopmentDatabase;
import io.watertight.testing.processes.ChildProcess.Command;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.util.TestSocketUtils;

/** Starts the processes once the database runs, and ends them before it stops. */
final class Launcher implements ApplicationRunner, ApplicationListener<ContextClosedEvent> {

    private static final Logger log = LoggerFactory.getLogger(Launcher.class);

    /** The service that runs to its end before the others start. */
    private static final String FIRST = "init";

    /** Ctrl-C is for all processes, and one may end before this one notices. */
    private static final Set<Integer> INTERRUPTED = Set.of(130, 143);

    private static final Duration READY_WITHIN = Duration.ofMinutes(5);
    private static final long POLL_MILLIS = 200;

    private final DevelopmentProcesses description;
    private final ConfigurableApplicationContext context;
    private final List<ChildProcess> processes = new ArrayList<>();

    private volatile @Nullable FrontProxy proxy;
    private volatile boolean closing;

    Launcher(DevelopmentProcesses description, ConfigurableApplicationContext context) {
        this.description = description;
        this.context = context;
    }

    @Override
    public void run(ApplicationArguments args) throws Exception {
        var checkout = DevelopmentDatabase.checkout();
        var folder = Files.createDirectories(checkout.resolve("target/processes"));
        var compose = ComposeFile.read(checkout.resolve(description.compose()), System::getenv);
        var services = compose.processes();
        var addresses = freeAddresses(services.keySet());
        var front = startProxy(Routes.read(checkout.resolve(description.proxy())), addresses);
        var settings = new LocalSettings(
                description.application(),
                compose,
                addresses,
                new KeyFiles(folder.resolve("keys")),
                context.getBean(JdbcConnectionDetails.class),
                context.getBean(FlywayConnectionDetails.class),
                List.of(args.getSourceArgs()));
        settings.createLogins();

        var first = compose.services().get(FIRST);
        if (first != null) {
            log.info("Running '{}' first: migrations, and what else all processes need", FIRST);
            runToItsEnd(folder, settings.first(first));
        }
        var broker = quietly(description.broker());
        log.info("Starting {}; their output is in {}", String.join(", ", services.keySet()), folder);
        addresses.forEach((name, address) ->
                start(name, folder, settings.process(Objects.requireNonNull(services.get(name)), address, broker)));
        for (var address : addresses.values()) {
            awaitReady(address);
        }
        front.open();
    }

    /** Returns when this JVM is being ended; otherwise fails as soon as a process has ended. */
    void watch() {
        CompletableFuture.anyOf(
                        processes.stream().map(it -> it.process().onExit()).toArray(CompletableFuture[]::new))
                .join();
        requireAllAlive();
    }

    /** Before the beans are destroyed, the database among them. */
    @Override
    public void onApplicationEvent(ContextClosedEvent event) {
        List<ChildProcess> toEnd;
        synchronized (processes) {
            closing = true;
            toEnd = List.copyOf(processes);
        }
        var front = proxy;
        if (front != null) {
            front.close();
        }
        toEnd.forEach(ChildProcess::end);
        toEnd.forEach(ChildProcess::close);
    }

    private FrontProxy startProxy(Routes routes, Map<String, URI> addresses) {
        routes.processes().stream()
                .filter(it -> !addresses.containsKey(it))
                .findFirst()
                .ifPresent(it -> {
                    throw new FailureAnalyzedException(
                            "%s routes to '%s', which is not a process in %s."
                                    .formatted(description.proxy(), it, description.compose()),
                            "Add the service, with WATERTIGHT_MODULES, or change the route.");
                });
        var environment = context.getEnvironment();
        // First of all, because the port may be in use, and the rest takes longer.
        var started = FrontProxy.start(
                environment.getProperty("server.port", Integer.class, 8080),
                environment.getProperty("server.address", "0.0.0.0"),
                routes,
                addresses);
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("one address", Map.of("local.server.port", started.port())));
        proxy = started;
        return started;
    }

    private void runToItsEnd(Path folder, Command command) throws InterruptedException {
        synchronized (processes) {
            if (closing) {
                return;
            }
            processes.add(ChildProcess.startInView(FIRST, folder, command));
        }
        var first = processes.getFirst();
        if (first.process().waitFor() != 0) {
            fail(first);
        }
        synchronized (processes) {
            processes.remove(first);
        }
    }

    /** Kafka's own test kit prints what it does. */
    private static String quietly(Supplier<String> broker) {
        var console = System.out;
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        try {
            return broker.get();
        } finally {
            System.setOut(console);
        }
    }

    private void start(String name, Path folder, Command command) {
        synchronized (processes) {
            if (!closing) {
                processes.add(ChildProcess.start(name, folder, command));
            }
        }
    }

    private static Map<String, URI> freeAddresses(Collection<String> names) {
        var ports = IntStream.generate(TestSocketUtils::findAvailableTcpPort)
                .distinct()
                .iterator();
        var addresses = new LinkedHashMap<String, URI>();
        names.forEach(it -> addresses.put(it, URI.create("http://127.0.0.1:" + ports.nextInt())));
        return addresses;
    }

    /** Returns when the process at the address is ready, or need not become so any more. */
    private void awaitReady(URI address) throws InterruptedException {
        var end = Instant.now().plus(READY_WITHIN);
        try (var client = HttpClient.newHttpClient()) {
            while (isStarting() && !isReady(client, address)) {
                if (Instant.now().isAfter(end)) {
                    throw new FailureAnalyzedException(
                            "The process at %s has not become ready in %s minutes."
                                    .formatted(address, READY_WITHIN.toMinutes()),
                            "Its output in target/processes may say why.");
                }
                Thread.sleep(POLL_MILLIS);
            }
        }
    }

    private static boolean isReady(HttpClient client, URI address) throws InterruptedException {
        var request = HttpRequest.newBuilder(address.resolve("/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private boolean isStarting() {
        requireAllAlive();
        return !closing;
    }

    private void requireAllAlive() {
        processes.stream().filter(it -> !it.process().isAlive()).findFirst().ifPresent(this::fail);
    }

    private void fail(ChildProcess process) {
        if (INTERRUPTED.contains(process.process().exitValue())) {
            System.exit(process.process().exitValue());
        }
        if (!closing) {
            throw process.ended();
        }
    }
}
