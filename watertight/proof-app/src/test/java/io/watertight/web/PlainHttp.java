package io.watertight.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.stream.Stream;

/** Speaks HTTP as badly as a test wants: no client library would send what these tests send. */
final class PlainHttp {

    private static final int TIMEOUT = (int) Duration.ofSeconds(10).toMillis();

    private final int port;

    PlainHttp(int port) {
        this.port = port;
    }

    Answer get(String address, String... headers) {
        return send(head("GET", address, headers));
    }

    /** Without a body. */
    Answer call(String method, String address, String... headers) {
        return send(head(method, address, headers));
    }

    /** With a body in UTF-8, which is JSON unless a header says otherwise. */
    Answer post(String address, String body, String... headers) {
        return body("POST", address, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    Answer body(String method, String address, byte[] body, String... headers) {
        return send(head(method, address, withJson(headers, "Content-Length: " + body.length)), body);
    }

    /** With a body that is this text again and again, in one chunk for each time, its length not announced. */
    Answer postChunks(String address, String text, int times, String... headers) {
        byte[] chunk = "%x\r\n%s\r\n".formatted(text.length(), text).getBytes(StandardCharsets.UTF_8);
        return send(
                head("POST", address, withJson(headers, "Transfer-Encoding: chunked")),
                Stream.concat(
                                Collections.nCopies(times, chunk).stream(),
                                Stream.of("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII)))
                        .toArray(byte[][]::new));
    }

    /** Exactly this, in ISO 8859-1. */
    Answer send(String head, byte[]... rest) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(TIMEOUT);
            try (OutputStream out = socket.getOutputStream();
                    InputStream in = socket.getInputStream()) {
                out.write(head.getBytes(StandardCharsets.ISO_8859_1));
                for (byte[] part : rest) {
                    out.write(part);
                }
                out.flush();
                return Answer.parse(in.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String head(String method, String address, String... headers) {
        return "%s %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n".formatted(method, address)
                + String.join("", Arrays.stream(headers).map(it -> it + "\r\n").toList())
                + "\r\n";
    }

    private static String[] withJson(String[] headers, String length) {
        boolean typed = Arrays.stream(headers).anyMatch(it -> it.startsWith("Content-Type:"));
        return Stream.concat(
                        Arrays.stream(headers),
                        typed ? Stream.of(length) : Stream.of(length, "Content-Type: application/json"))
                .toArray(String[]::new);
    }
}
