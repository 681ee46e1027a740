package io.watertight.benchmarks.placing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** A port of this machine that leads to another one as if it were some way off: what is sent arrives later, in either direction. */
final class DelayingProxy implements AutoCloseable {

    private static final int CHUNK = 64 * 1024;

    private final ServerSocket server;
    private final int target;
    private final long nanos;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

    private DelayingProxy(ServerSocket server, int target, Duration roundTrip) {
        this.server = server;
        this.target = target;
        this.nanos = roundTrip.toNanos() / 2;
    }

    /**
     * @param target a port of this machine
     * @param roundTrip what a request and its response take longer
     */
    static DelayingProxy start(int target, Duration roundTrip) throws IOException {
        var proxy = new DelayingProxy(new ServerSocket(0, 0, InetAddress.getLoopbackAddress()), target, roundTrip);
        Thread.ofPlatform().daemon().start(proxy::accept);
        return proxy;
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                connect(server.accept());
            }
        } catch (IOException _) {
            // It has been closed.
        }
    }

    private void connect(Socket client) throws IOException {
        var database = new Socket(InetAddress.getLoopbackAddress(), target);
        for (var socket : Set.of(client, database)) {
            socket.setTcpNoDelay(true);
            sockets.add(socket);
        }
        Thread.ofPlatform().daemon().start(() -> pass(client, database));
        Thread.ofPlatform().daemon().start(() -> pass(database, client));
    }

    private void pass(Socket from, Socket to) {
        byte[] chunk = new byte[CHUNK];
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
                long due = System.nanoTime() + nanos;
                for (long rest = nanos; rest > 0; rest = due - System.nanoTime()) {
                    LockSupport.parkNanos(rest);
                }
                out.write(chunk, 0, length);
            }
        } catch (IOException _) {
            // One side has ended the connection; closing both tells the other.
        } finally {
            sockets.remove(from);
            sockets.remove(to);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            for (var socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
