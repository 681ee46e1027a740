package io.watertight.benchmarks.placing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Has the shop's own process call its service. It is told once a round, so that this costs nothing. */
final class InProcess implements Load {

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;
    private final int clients;
    private final int lines;

    /** @param port at which the shop waits for it */
    InProcess(int port, int clients, int lines) {
        this.port = port;
        this.clients = clients;
        this.lines = lines;
    }

    @Override
    public double run(Duration length) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:%d/%d/%d/%d/%d/%d"
                        .formatted(port, clients, lines, length.toMillis(), Basket.PRODUCTS, Basket.CUSTOMERS)))
                .build();
        var response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("The shop could not place orders: " + response.body());
        }
        return Double.parseDouble(response.body());
    }

    @Override
    public void close() {
        http.close();
    }
}
