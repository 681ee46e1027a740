package io.watertight.testing.processes;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.test.util.TestSocketUtils;

/** Where processes answer: on this machine only. */
final class LocalAddresses {

    private static final Duration READY_WITHIN = Duration.ofMinutes(5);
    private static final long POLL_MILLIS = 200;

    private LocalAddresses() {}

    /** {@return an address for each name, in their order} */
    static Map<String, URI> free(Collection<String> names) {
        var ports = IntStream.generate(TestSocketUtils::findAvailableTcpPort)
                .distinct()
                .iterator();
        var addresses = new LinkedHashMap<String, URI>();
        names.forEach(it -> addresses.put(it, URI.create("http://127.0.0.1:" + ports.nextInt())));
        return addresses;
    }

    /**
     * Returns when the process at the address is ready, or need not become so any more.
     *
     * @param goesOn asked again and again; false ends the waiting
     */
    static void awaitReady(URI address, BooleanSupplier goesOn) throws InterruptedException {
        var end = Instant.now().plus(READY_WITHIN);
        try (var client = HttpClient.newHttpClient()) {
            while (goesOn.getAsBoolean() && !isReady(client, address)) {
                if (Instant.now().isAfter(end)) {
                    throw new FailureAnalyzedException(
                            "The process at %s has not become ready in %d minutes."
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
}
