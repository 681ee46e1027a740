package io.watertight.benchmarks.placing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DelayingProxyTests {

    private static final InetAddress HERE = InetAddress.getLoopbackAddress();
    private static final Duration DELAY = Duration.ofMillis(20);

    @Test
    void passesEverythingOnLater() throws Exception {
        byte[] sent = new byte[500_000];
        new Random(1).nextBytes(sent);
        try (var target = new ServerSocket(0, 1, HERE);
                var proxy = DelayingProxy.start(target.getLocalPort(), DELAY);
                var client = new Socket(HERE, proxy.port())) {
            var echo = Thread.ofVirtual().start(() -> echo(target));
            long begin = System.nanoTime();
            var writer = Thread.ofVirtual().start(() -> write(client, sent));
            assertThat(client.getInputStream().readNBytes(sent.length)).isEqualTo(sent);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(DELAY);
            writer.join();
            client.close();
            echo.join();
        }
    }

    @Test
    void endsAConnectionWhenOneSideDoes() throws Exception {
        try (var target = new ServerSocket(0, 1, HERE);
                var proxy = DelayingProxy.start(target.getLocalPort(), Duration.ZERO);
                var client = new Socket(HERE, proxy.port())) {
            target.accept().close();
            assertThat(client.getInputStream().read()).isNegative();
        }
    }

    private static void echo(ServerSocket server) {
        try (var connection = server.accept()) {
            connection.getInputStream().transferTo(connection.getOutputStream());
        } catch (java.io.IOException _) {
            // The client has gone.
        }
    }

    private static void write(Socket socket, byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
