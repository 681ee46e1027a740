package io.watertight.testing.processes;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where processes answer: on this machine only. */
final class LocalAddresses {

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

    /** {@return whether the process answers that it is ready} */
    static boolean isReady(HttpClient client, URI address) throws InterruptedException {
        var request = HttpRequest.newBuilder(address.resolve("/actuator/health/readiness"))
                .build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
