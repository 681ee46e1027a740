package io.watertight.testing.processes;

import io.undertow.Undertow;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.proxy.LoadBalancingProxyClient;
import io.undertow.server.handlers.proxy.ProxyHandler;
import io.undertow.util.CanonicalPathUtils;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.StatusCodes;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.diagnostics.FailureAnalyzedException;

/** The one address of all processes. Passes each request on to the process that it is for, and says who sent it. */
final class FrontProxy implements AutoCloseable {

    private static final String UNAVAILABLE = """
            {"type":"urn:problem-type:module-unavailable","title":"Module unavailable","status":503,\
            "detail":"The module '%1$s' is not responding. Send the same request again shortly.","module":"%1$s"}""";
    private static final String PAGE = """
            <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Not available</title></head><body><main>\
            <h1>Not available</h1><p class="notice bad">This part (%s) is not responding at the moment. Try again shortly.</p>\
            </main></body></html>""";

    private final Routes routes;
    private final Map<String, HttpHandler> processes = new HashMap<>();
    private final Undertow server;

    private volatile boolean open;

    private FrontProxy(int port, String address, Routes routes, Map<String, URI> processes) {
        this.routes = routes;
        processes.forEach((name, uri) -> this.processes.put(
                name,
                ProxyHandler.builder()
                        .setProxyClient(new LoadBalancingProxyClient()
                                .setConnectionsPerThread(1000)
                                .addHost(uri))
                        .build()));
        this.server = Undertow.builder()
                .addHttpListener(port, address)
                .setHandler(this::handle)
                .build();
    }

    /** Takes the address, and answers 503 until it is opened. */
    static FrontProxy start(int port, String address, Routes routes, Map<String, URI> processes) {
        var proxy = new FrontProxy(port, address, routes, processes);
        try {
            proxy.server.start();
        } catch (RuntimeException e) {
            if (e.getCause() instanceof BindException) {
                throw new FailureAnalyzedException(
                        "Port %s was already in use.".formatted(port),
                        "Stop the process that listens on it, or choose another port with SERVER_PORT=...");
            }
            throw e;
        }
        return proxy;
    }

    int port() {
        return ((InetSocketAddress) server.getListenerInfo().getFirst().getAddress()).getPort();
    }

    void open() {
        open = true;
    }

    @Override
    public void close() {
        server.stop();
    }

    private void handle(HttpServerExchange exchange) throws Exception {
        var process = routes.processOf(CanonicalPathUtils.canonicalize(exchange.getRequestPath()));
        if (process.isEmpty()) {
            exchange.setStatusCode(StatusCodes.NOT_FOUND).endExchange();
            return;
        }
        exchange.addDefaultResponseListener(it -> tellThatItIsAway(it, process.get()));
        var target = processes.get(process.get());
        if (!open || target == null) {
            exchange.setStatusCode(StatusCodes.SERVICE_UNAVAILABLE).endExchange();
            return;
        }
        // Replaces what the client claims instead of appending to it; the handler sets the other headers itself.
        exchange.getRequestHeaders().remove(Headers.X_FORWARDED_HOST);
        exchange.getRequestHeaders().remove(HttpString.tryFromString("Forwarded"));
        target.handleRequest(exchange);
    }

    private static boolean tellThatItIsAway(HttpServerExchange exchange, String process) {
        if (exchange.getStatusCode() != StatusCodes.SERVICE_UNAVAILABLE || !exchange.isResponseChannelAvailable()) {
            return false;
        }
        var accept = exchange.getRequestHeaders().getFirst(Headers.ACCEPT);
        var page = accept != null && accept.contains("text/html");
        exchange.getResponseHeaders()
                .put(Headers.RETRY_AFTER, "2")
                .put(Headers.CONTENT_TYPE, page ? "text/html;charset=UTF-8" : "application/problem+json");
        exchange.getResponseSender().send((page ? PAGE : UNAVAILABLE).formatted(process));
        return true;
    }
}
