package io.watertight.benchmarks.placing;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Clients that place orders from this process. */
final class Clients implements Load {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Orders> clients = new ArrayList<>();
    private final int lines;

    /**
     * @param client opens a client
     * @param lines of each order
     */
    Clients(int clients, int lines, Callable<? extends Orders> client) throws Exception {
        this.lines = lines;
        for (int i = 0; i < clients; i++) {
            this.clients.add(client.call());
        }
    }

    @Override
    public double run(Duration length) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        long end = begun + length.toNanos();
        var running = new ArrayList<Future<Integer>>();
        for (Orders client : clients) {
            running.add(threads.submit(() -> orderUntil(end, client)));
        }
        long placed = 0;
        for (Future<Integer> client : running) {
            placed += placedBy(client);
        }
        return placed * 1e9 / (System.nanoTime() - begun);
    }

    private int orderUntil(long end, Orders client) throws Exception {
        int placed = 0;
        while (System.nanoTime() < end) {
            client.place(Basket.random(lines));
            placed++;
        }
        return placed;
    }

    private static int placedBy(Future<Integer> client) throws IOException, InterruptedException {
        try {
            return client.get();
        } catch (ExecutionException e) {
            throw new IOException("A client had to give up", e.getCause());
        }
    }

    @Override
    public void close() throws SQLException {
        threads.close();
        for (Orders client : clients) {
            client.close();
        }
    }
}
