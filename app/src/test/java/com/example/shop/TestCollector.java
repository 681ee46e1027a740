package com.example.shop;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.util.function.SingletonSupplier;

/** Receives the traces of all processes of this JVM, as a collector of OpenTelemetry does over HTTP. */
final class TestCollector {

    /** The variable of the shop's settings. */
    static final String SETTING = "SHOP_TRACES";

    private static final Supplier<TestCollector> COLLECTOR = SingletonSupplier.of(TestCollector::new);

    private final List<String> received = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    private TestCollector() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/v1/traces", request -> {
            received.add(new String(request.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
            request.sendResponseHeaders(200, -1);
            request.close();
        });
        server.start();
    }

    static String address() {
        return "http://localhost:%d/v1/traces"
                .formatted(COLLECTOR.get().server.getAddress().getPort());
    }

    /**
     * {@return whether a process in which these modules run has sent a span of this name in this trace}
     *
     * @param trace 32 hexadecimal digits
     */
    static boolean has(String trace, String modules, String span) {
        // Protocol buffers: the number of a field, its length, and its bytes. A span has its trace first and its name
        // soon after.
        String id = new String(HexFormat.of().parseHex(trace), StandardCharsets.ISO_8859_1);
        Pattern spanOfTrace =
                Pattern.compile(Pattern.quote("\n\020" + id) + ".{10,40}" + Pattern.quote(span), Pattern.DOTALL);
        return COLLECTOR.get().received.stream()
                .filter(it -> it.contains((char) modules.length() + modules))
                .anyMatch(it -> spanOfTrace.matcher(it).find());
    }
}
