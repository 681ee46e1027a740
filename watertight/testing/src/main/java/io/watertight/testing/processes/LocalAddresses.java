package io.watertight.testing.processes;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.springframework.boot.diagnostics.FailureAnalyzedException;

/** Where processes answer: on this machine only. */
final class LocalAddresses {

    private static final Duration READY_WITHIN = Duration.ofMinutes(5);
    private static final long POLL_MILLIS = 200;

    private LocalAddresses() {}

    /** {@return an address for each name, in their order} */
    static Map<String, URI> free(Collection<String> names) throws IOException {
        var sockets = new ArrayList<ServerSocket>();
        var addresses = new LinkedHashMap<String, URI>();
        try {
            for (var name : names) {
                var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
                sockets.add(socket);
                addresses.put(name, URI.create("http://127.0.0.1:" + socket.getLocalPort()));
            }
        } finally {
            for (var socket : sockets) {
                socket.close();
            }
        }
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
